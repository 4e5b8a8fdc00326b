"""Has LibreOffice update all indexes and fields of a document: update_fields.py SOFFICE PROFILE-FOLDER DOCX PDF.
Prints the paragraphs of the contents before, a line "-", and after the update; writes the updated document as PDF."""
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE = 120


def value(name, content):
    item = PropertyValue()
    item.Name, item.Value = name, content
    return item


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(.2)


def print_contents(document):
    indexes = document.DocumentIndexes
    for i in range(indexes.Count):
        for line in indexes.getByIndex(i).Anchor.String.splitlines():
            print(line)


def update(document):
    """As Tools > Update > Update All does, until page numbers that the contents themselves move have settled."""
    for _ in range(2):
        document.TextFields.refresh()
        document.refresh()
        for i in range(document.DocumentIndexes.Count):
            document.DocumentIndexes.getByIndex(i).update()


def main(soffice, profile, source, target):
    pipe = "typeset-" + pathlib.Path(profile).name
    office = subprocess.Popen(
        [soffice, "-env:UserInstallation=" + pathlib.Path(profile).as_uri(), "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(pathlib.Path(source).as_uri(), "_blank", 0, (value("Hidden", True),))
        print_contents(document)
        print("-")
        update(document)
        print_contents(document)
        tagged = uno.Any("[]com.sun.star.beans.PropertyValue", (value("UseTaggedPDF", True),))
        document.storeToURL(pathlib.Path(target).as_uri(), (value("FilterName", "writer_pdf_Export"), value("FilterData", tagged)))
        document.close(True)
        desktop.terminate()
        office.wait(PATIENCE)
    finally:
        if office.poll() is None:
            office.kill()


main(*sys.argv[1:])
