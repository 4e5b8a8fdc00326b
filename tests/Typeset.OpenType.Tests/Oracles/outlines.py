"""Outlines as fontTools reads them: outlines.py FONT GLYPHS, one glyph number a line of GLYPHS; one path a line comes out."""
import io
import sys
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph


class PathPen(BasePen):
    def __init__(self, glyphs=None):
        super().__init__(glyphs)
        self.path = []

    def add(self, letter, *points):
        self.path.append(letter + " ".join(f"{number(x)} {number(y)}" for x, y in points))

    def _moveTo(self, p): self.add("M", p)
    def _lineTo(self, p): self.add("L", p)
    def _qCurveToOne(self, a, p): self.add("Q", a, p)
    def _curveToOne(self, a, b, p): self.add("C", a, b, p)
    def _closePath(self): self.add("Z")


def number(value):
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def draw_quadratic(glyf, name, pen):
    # By coordinates rather than by components, so that parts placed by points are put in place too.
    coordinates, ends, flags = glyf[name].getCoordinates(glyf)
    if not ends:
        return
    glyph = Glyph()
    glyph.numberOfContours, glyph.coordinates, glyph.endPtsOfContours, glyph.flags = len(ends), coordinates, ends, flags
    glyph.draw(pen, glyf)


def drawer(path):
    """A function that draws a glyph, and the glyphs that accented letters of CFF take their parts from."""
    data = open(path, "rb").read()
    if data[0] == 1 and data[1] == 0:
        cff = CFFFontSet()
        cff.decompile(io.BytesIO(data), None)
        strings = cff[0].CharStrings
        return lambda glyph, pen: strings[cff[0].charset[glyph]].draw(pen), strings
    font = TTFont(path, lazy=True)
    if "CFF " in font:
        top = font["CFF "].cff[0]
        return lambda glyph, pen: top.CharStrings[top.charset[glyph]].draw(pen), top.CharStrings
    names = [f"glyph{i:05d}" for i in range(font["maxp"].numGlyphs)]
    font.setGlyphOrder(names)
    return lambda glyph, pen: draw_quadratic(font["glyf"], names[glyph], pen), None


draw, parts = drawer(sys.argv[1])
for line in open(sys.argv[2]):
    pen = PathPen(parts)
    draw(int(line), pen)
    print("".join(pen.path))
