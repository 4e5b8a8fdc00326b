#!/usr/bin/env python3
"""Makes the small fonts of these tests: every shape that the reader and the subsetter must cope with, in a few glyphs.

Run in this folder with fontTools; the fonts are committed, so that the tests need neither.
"""
from fontTools.cffLib import (CFFFontSet, FDArrayIndex, FDSelect, FontDict, GlobalSubrsIndex, IndexedStrings, PrivateDict,
                              SubrsIndex, TopDict, TopDictIndex, CharStrings)
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent, GlyphCoordinates
from fontTools.ttLib.tables import ttProgram
from fontTools.ttLib.ttCollection import TTCollection
import array


def charstring(*program, private=None, subrs=None):
    return T2CharString(program=list(program), private=private, globalSubrs=subrs)


def call(index, count):
    assert count < 1240
    return index - 107


# ---- TrueType: simple, all off the curve, and composites of every kind of placement

def square(pen, size):
    pen.moveTo((0, 0)); pen.lineTo((0, size)); pen.lineTo((size, size)); pen.lineTo((size, 0)); pen.closePath()


def round_contour(pen):
    pen.moveTo((100, 300)); pen.qCurveTo((100, 500), (300, 500)); pen.qCurveTo((500, 500), (500, 300), (500, 100), (300, 100), (100, 100), (100, 300)); pen.closePath()


def simple(draw):
    pen = TTGlyphPen(None)
    draw(pen)
    return pen.glyph()


def component(name, x=0, y=0, flags=0x0002, scale=None, points=None):
    part = GlyphComponent()
    part.glyphName, part.flags = name, flags
    if points:
        part.flags &= ~0x0002
        part.firstPt, part.secondPt = points
    else:
        part.x, part.y = x, y
    if scale:
        part.transform = scale
    return part


def composite(*parts):
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = list(parts)
    return glyph


def all_off_curve():
    glyph = Glyph()
    glyph.numberOfContours = 1
    glyph.coordinates = GlyphCoordinates([(0, 0), (0, 400), (400, 400), (400, 0)])
    glyph.endPtsOfContours = [3]
    glyph.flags = array.array("B", [0, 0, 0, 0])
    glyph.program = ttProgram.Program()
    glyph.program.fromBytecode(b"\x00")
    return glyph


def quadratic(family, instructions=False):
    glyphs = {
        ".notdef": simple(lambda pen: square(pen, 500)),
        "space": Glyph(),
        "square": simple(lambda pen: (square(pen, 300), round_contour(pen))),
        "round": simple(round_contour),
        "offcurve": all_off_curve(),
        "shifted": composite(component("square", 50, -20), component("round", 500, 300)),
        "scaled": composite(component("square", 100, 200, 0x0802, [[0.5, 0], [0, 0.5]]), component("round", 10, 20, 0x1002, [[1.5, 0], [0, -0.5]])),
        "turned": composite(component("square", 0, 700, 0x0002, [[0, 1], [-1, 0]])),
        "matched": composite(component("square"), component("round", points=(2, 0))),
        "nested": composite(component("shifted", 100), component("scaled", -100, 5)),
    }
    characters = {0x20: "space", 0x41: "square", 0x4F: "round", 0x4E00: "offcurve", 0xC0: "shifted", 0xC1: "scaled", 0xC2: "turned",
                  0xC3: "matched", 0xC4: "nested", 0x1F600: "round", 0x1F601: "square", 0x20000: "offcurve"}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(characters)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (600 + 10 * i, 0) for i, name in enumerate(glyphs)})
    if instructions:
        for tag in ("fpgm", "prep"):
            builder.font[tag] = newTable(tag)
            builder.font[tag].program = ttProgram.Program()
            builder.font[tag].program.fromBytecode(b"\xb0\x00\x2d" if tag == "prep" else b"\xb0\x00\x2c\x2d")
        builder.font["cvt "] = newTable("cvt ")
        builder.font["cvt "].values = array.array("h", [10, 20, 30])
    return finish(builder, family)


# ---- CFF: subroutines local and global, nested; hint masks; flex; arithmetic; an accented letter by codes

def finish(builder, family):
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "") + "-Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, sTypoLineGap=100, usWinAscent=900, usWinDescent=200, sxHeight=450, sCapHeight=700)
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.font.recalcBBoxes = builder.isTTF  # fontTools cannot run the arithmetic operators of the CFF fonts
    return builder.font


def programs(local_count, global_count):
    """Charstrings by glyph name, calling local subroutines 0, 2, 5 and global ones 1 and 3."""
    local, glob = (lambda i: [call(i, local_count), "callsubr"]), (lambda i: [call(i, global_count), "callgsubr"])
    box = [200, "hlineto", 200, "vlineto", -200, "hlineto"]
    return {
        ".notdef": [0, 0, "rmoveto"] + box + ["endchar"],
        "space": [-50, "endchar"],
        "plain": [20, 100, 50, "rmoveto"] + box + ["endchar"],
        "A": [30, "hmoveto"] + local(0) + ["endchar"],
        "acute": [10, "vmoveto"] + glob(1) + ["endchar"],
        "Aacute": [40, 110, 620, 65, 194, "endchar"],
        "masked": [10, 20, 30, 40, "hstemhm", 0, 50, 100, 60, "hintmask", b"\xf0", 10, 10, "rmoveto"] + local(2) + ["hintmask", b"\x50", 300, 0, "rmoveto"] + glob(3) + ["endchar"],
        "stemmed": [5, 7, "vstem", 300, "hmoveto"] + local(5),
        "flexed": [50, 50, "rmoveto", 10, 20, 30, 40, 50, 60, 70, "hflex", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, "flex",
                   10, 1, 10, 2, 10, 10, 10, 3, 10, "hflex1", 10, 1, 20, 2, 30, 3, 40, 4, 50, 5, 60, "flex1", "endchar"],
        "curved": [50, 50, "rmoveto", 5, 10, 20, 30, 40, "hhcurveto", 5, 10, 20, 30, 40, "vvcurveto", 10, 20, 30, 40, 50, "hvcurveto",
                   10, 20, 30, 40, 50, 60, 70, 80, "vhcurveto", 1, 2, 3, 4, 5, 6, 7, 8, "rcurveline", 1, 2, 3, 4, 5, 6, 7, 8, "rlinecurve", "endchar"],
        "computed": [7, 3, "sub", 25, "add", 100.5, "rmoveto", 3, 4, "mul", 10, "exch", "rlineto", 30, 60, 2, "div", "rlineto", "endchar"],
    }


LOCAL = {
    0: [200, 300, "rlineto", -107 + 2, "callsubr", "return"],
    1: [1, 1, "rlineto", "return"],
    2: [50, 60, 70, 80, 90, -100, "rrcurveto", -107 + 1, "callgsubr", "return"],
    5: [100, 100, "rlineto", -50.25, "hlineto", "endchar"],
    7: ["callgsubr", "return"],  # what it calls, the caller says
}
GLOBAL = {
    1: [40, 40, "rlineto", 30, "hlineto", "return"],
    3: [10, 20, 30, 40, 50, 60, "rrcurveto", "return"],
}


def subroutines(bodies, count):
    return [charstring(*bodies.get(i, [i, 7, "rlineto", "return"])) for i in range(count)]


def name_keyed(extra=None, family="Test Cubic"):
    glyphs = {**programs(8, 6), **(extra or {})}
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({0x20: "space", 0x2D: "plain", 0x41: "A", 0xB4: "acute", 0xC1: "Aacute", 0x4D: "masked", 0x53: "stemmed",
                               0x46: "flexed", 0x43: "curved", 0x3D: "computed"})
    builder.setupCFF("TestCubic-Regular", {"FullName": "Test Cubic"}, {name: charstring(*program) for name, program in glyphs.items()},
                     {"BlueValues": [-10, 0, 700, 710], "StdHW": 50, "defaultWidthX": 500, "nominalWidthX": 600})
    top = builder.font["CFF "].cff.topDictIndex[0]
    glob = builder.font["CFF "].cff.GlobalSubrs
    glob.items = subroutines(GLOBAL, 6)
    top.Private.Subrs = SubrsIndex()
    top.Private.Subrs.items = subroutines(LOCAL, 8)
    for cs in list(top.CharStrings.values()) + top.Private.Subrs.items + glob.items:
        cs.private, cs.globalSubrs = top.Private, glob
    builder.setupHorizontalMetrics({name: (640 if name == "Aacute" else 600, 0) for name in glyphs})
    return finish(builder, family)


def cid_keyed():
    """Two Font DICTs with subroutines of their own; glyphs take turns between them."""
    font = name_keyed()
    glyphs = programs(8, 6)
    del glyphs["Aacute"]  # letter codes are no part of CID-keyed fonts
    names = [".notdef"] + [f"cid{900 + i:05d}" for i in range(1, len(glyphs))]
    cff = font["CFF "].cff
    top = cff.topDictIndex[0]
    old = top.Private
    top.ROS = ("Test", "Order", 1)
    top.CIDCount = 2000
    top.FDSelect, top.FDArray = FDSelect(), FDArrayIndex()
    top.FDSelect.format = 3
    top.FDArray.strings, top.FDArray.GlobalSubrs = None, cff.GlobalSubrs
    for number, width in enumerate((600, 620)):
        dict_ = FontDict()
        dict_.setCFF2(False) if hasattr(dict_, "setCFF2") else None
        private = PrivateDict()
        private.BlueValues, private.defaultWidthX, private.nominalWidthX = old.BlueValues, 500, width
        private.Subrs = SubrsIndex()
        private.Subrs.items = subroutines(LOCAL if number == 0 else {**LOCAL, 0: [11, 13, "rlineto", "return"]}, 8)
        dict_.Private, dict_.FontName = private, f"Test-{number}"
        top.FDArray.append(dict_)
    del top.Private
    strings, selected = {}, []
    for i, (name, program) in enumerate(zip(names, glyphs.values())):
        number = i // 2 % 2
        private = top.FDArray[number].Private
        strings[name] = charstring(*program, private=private, subrs=cff.GlobalSubrs)
        strings[name].fdSelectIndex = number
        selected.append(number)
    for dict_ in top.FDArray:
        for cs in dict_.Private.Subrs.items:
            cs.private, cs.globalSubrs = dict_.Private, cff.GlobalSubrs
    top.FDSelect.gidArray = selected
    top.charset = names
    charstrings = CharStrings(None, top.charset, cff.GlobalSubrs, None, top.FDSelect, top.FDArray)
    charstrings.charStrings = strings
    top.CharStrings = charstrings
    builder = FontBuilder(font=font)
    builder.isTTF = False
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x3D if i == len(names) - 1 else 0x4E00 + i: name for i, name in enumerate(names) if i})
    builder.setupHorizontalMetrics({name: (600, 0) for name in names})
    return finish(builder, "Test Cid")


if __name__ == "__main__":
    quadratic("Test Quadratic").save("quadratic.ttf")
    quadratic("Test Hinted", instructions=True).save("hinted.ttf")
    name_keyed().save("cubic.otf")
    cid_keyed().save("cid.otf")
    name_keyed({"passed": [10, "hmoveto", call(3, 6), call(7, 8), "callsubr", "endchar"]}, "Test Passed").save("passed.otf")
    collection = TTCollection()
    collection.fonts = [quadratic("Test Quadratic"), quadratic("Test Second")]
    collection.save("collection.ttc")
