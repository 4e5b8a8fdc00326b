"""Has LibreOffice update all indexes and fields of a document: update_fields.py SOFFICE PROFILE-FOLDER DOCX PDF [EDIT OPENING …].
An edit first changes the paragraph that begins with OPENING: "note OPENING TEXT" sets a footnote at its end, "heading OPENING TEXT STYLE" puts a
paragraph of a style before it, "delete OPENING" takes it out.
Prints the paragraphs of the contents before, a line "-", and after the update; writes the updated document as PDF."""
import os
import pathlib
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

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


def paragraph(document, opening):
    paragraphs = document.Text.createEnumeration()
    while paragraphs.hasMoreElements():
        one = paragraphs.nextElement()
        if one.supportsService("com.sun.star.text.Paragraph") and "".join(one.String.split()).startswith(opening):
            return one
    raise ValueError("no paragraph begins with " + opening)


def edit(document, kind, opening, text="", style=""):
    chosen = paragraph(document, opening)
    if kind == "note":
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(chosen.End, note, False)
        note.String = text
    elif kind == "heading":
        cursor = document.Text.createTextCursorByRange(chosen.Start)
        document.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.goLeft(1, False)
        cursor.ParaStyleName = style
        document.Text.insertString(cursor, text, False)
    else:
        chosen.dispose()


def main(soffice, profile, source, target, *change):
    pipe = f"typeset-{os.getpid()}"
    office = subprocess.Popen(
        [soffice, "-env:UserInstallation=" + pathlib.Path(profile).as_uri(), "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(pathlib.Path(source).as_uri(), "_blank", 0, (value("Hidden", True),))
        print_contents(document)
        if change:
            edit(document, *change)
        print("-")
        update(document)
        print_contents(document)
        tagged = uno.Any("[]com.sun.star.beans.PropertyValue", (value("UseTaggedPDF", True),))
        document.storeToURL(pathlib.Path(target).as_uri(), (value("FilterName", "writer_pdf_Export"), value("FilterData", tagged)))
        document.close(True)
        desktop.terminate()
        office.wait(PATIENCE)
    finally:
        if office.poll() is None:  # the program and what it started
            os.killpg(office.pid, signal.SIGKILL)


main(*sys.argv[1:])
