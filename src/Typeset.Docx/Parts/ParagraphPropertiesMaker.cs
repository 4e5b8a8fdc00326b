using System.Globalization;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Docx.Parts;

/// <summary>Indents, spacing and alignment as WordprocessingML says them.</summary>
internal static class ParagraphPropertiesMaker
{
    /// <summary>Indents of a style, shifted to the right; the first line's in characters too, which Word takes first.</summary>
    public static W.Indentation Indents(TextStyle style, Length shift)
    {
        var indents = new W.Indentation { Left = Twips.Text(style.StartIndent + shift), Right = Twips.Text(style.EndIndent) };
        var first = style.FirstLineIndent;
        var hundredths = (int)(first.Raw * 100 / style.Size.Raw);
        if (first < Length.Zero) (indents.HangingChars, indents.Hanging) = (-hundredths, Twips.Text(-first));
        else (indents.FirstLineChars, indents.FirstLine) = (hundredths, Twips.Text(first));
        return indents;
    }

    /// <summary>Exact line pitch, and space above and below.</summary>
    public static W.SpacingBetweenLines Spacing(Length pitch, int before, int after) => new()
    {
        Before = Twips.Text(before), After = Twips.Text(after), Line = Twips.Text(pitch), LineRule = W.LineSpacingRuleValues.Exact,
    };

    public static W.Justification Justify(Alignment alignment) => new()
    {
        Val = alignment switch
        {
            Alignment.Justify => W.JustificationValues.Both,
            Alignment.Center => W.JustificationValues.Center,
            Alignment.End => W.JustificationValues.Right,
            _ => W.JustificationValues.Left,
        },
    };

    public static string Hex(InkColor color) => string.Create(CultureInfo.InvariantCulture, $"{color.Red:X2}{color.Green:X2}{color.Blue:X2}");
}
