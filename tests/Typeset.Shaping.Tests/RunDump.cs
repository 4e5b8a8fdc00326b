using System.Globalization;
using System.Text;
using Typeset.Shaping.Runs;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Tests;

/// <summary>One run of one face as hb-shape writes it: clusters counted in code points.</summary>
internal static class RunDump
{
    public static (string Line, int Count) Of(ShapingFace face, string script, string features, string text)
    {
        var plan = face.PlanFor(LayoutTags.Of(script), FeatureSettings.Parse(features));
        var glyphs = new RunShaper().Shape(plan, text, 0);
        var line = new StringBuilder("[");
        foreach (ref readonly var glyph in glyphs)
        {
            if (line.Length > 1) line.Append('|');
            line.Append(CultureInfo.InvariantCulture, $"{glyph.Glyph}={CodePointsBefore(text, glyph.Cluster)}");
            if (glyph.XOffset != 0 || glyph.YOffset != 0) line.Append(CultureInfo.InvariantCulture, $"@{glyph.XOffset},{glyph.YOffset}");
            line.Append(CultureInfo.InvariantCulture, $"+{glyph.Advance}");
        }

        return (line.Append(']').ToString(), glyphs.Length);
    }

    private static int CodePointsBefore(string text, int index)
    {
        var count = 0;
        for (var i = 0; i < index; i++) count += char.IsLowSurrogate(text[i]) ? 0 : 1;
        return count;
    }
}
