"""A font's character map and advances as fontTools reads them: lines "CODE GLYPH" (hexadecimal, decimal), a line "-", then an advance a line."""
import sys
from fontTools.ttLib import TTFont

font = TTFont(sys.argv[1], lazy=True, fontNumber=0)
numbers = font.getReverseGlyphMap()
for code, name in sorted(font.getBestCmap().items()):
    if numbers[name]:
        print(f"{code:X} {numbers[name]}")
print("-")
for name in font.getGlyphOrder():
    print(font["hmtx"][name][0])
