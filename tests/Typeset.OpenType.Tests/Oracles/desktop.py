"""What fontTools makes of a desktop font: desktop.py ORIGINAL FONT. Its names and characters, then the farthest that any of its
outlines lies from the original's, in thousandths of an em, by points sampled on both."""
import sys
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

FLATNESS = .02
CELL = 8


class PolygonPen(BasePen):
    def __init__(self, glyphs=None):
        super().__init__(glyphs)
        self.lines = []

    def curve(self, *points):
        """Chords of a Bézier curve; one is off by an eighth of the second derivative at most, over the square of their number."""
        points = [self._getCurrentPoint(), *points]
        degree = len(points) - 1
        bends = [abs(complex(*a) - 2 * complex(*b) + complex(*c)) for a, b, c in zip(points, points[1:], points[2:])]
        count = max(1, int((degree * (degree - 1) * max(bends, default=0) / 8 / FLATNESS) ** .5) + 1)
        places = [point_at(points, i / count) for i in range(count + 1)]
        self.lines += zip(places, places[1:])

    def _moveTo(self, p): self.start = p
    def _lineTo(self, p): self.curve(p)
    def _qCurveToOne(self, a, p): self.curve(a, p)
    def _curveToOne(self, a, b, p): self.curve(a, b, p)

    def _closePath(self):
        if self._getCurrentPoint() != self.start:
            self.lines.append((self._getCurrentPoint(), self.start))


def point_at(points, t):
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in zip(points, points[1:])]
    return points[0]


def distance(point, line):
    (x, y), ((ax, ay), (bx, by)) = point, line
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0 if length == 0 else max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / length))
    return ((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2) ** .5


def grid(lines):
    """Lines by the cells that they pass, so that a point is measured against those near it only."""
    cells = {}
    for line in lines:
        (ax, ay), (bx, by) = line
        steps = int(max(abs(bx - ax), abs(by - ay)) / CELL) + 1
        for i in range(steps + 1):
            cell = (int((ax + (bx - ax) * i / steps) // CELL), int((ay + (by - ay) * i / steps) // CELL))
            cells.setdefault(cell, set()).add(line)
    return cells


def nearest(point, cells):
    x, y = int(point[0] // CELL), int(point[1] // CELL)
    near = {line for i in (x - 1, x, x + 1) for k in (y - 1, y, y + 1) for line in cells.get((i, k), ())}
    return min((distance(point, line) for line in near), default=CELL)


def farthest(lines, others):
    cells = grid(others)
    return max((nearest(point, cells) for point, _ in lines), default=0)


original, font = TTFont(sys.argv[1], lazy=True), TTFont(sys.argv[2])
for table in font.keys():
    font[table]
for name in (1, 2, 4, 6):
    print(font["name"].getDebugName(name))
best = font.getBestCmap()
print(" ".join(f"{code:X}" for code in sorted(best)))
names, others = font.getGlyphOrder(), original.getGlyphOrder()
ours, theirs, worst = font.getGlyphSet(), original.getGlyphSet(), 0
for code in best:
    number = font.getGlyphID(best[code])
    a, b = PolygonPen(ours), PolygonPen(theirs)
    ours[names[number]].draw(a)
    theirs[others[number]].draw(b)
    worst = max(worst, farthest(a.lines, b.lines), farthest(b.lines, a.lines))
print(f"{worst * 1000 / font['head'].unitsPerEm:.3f}")
