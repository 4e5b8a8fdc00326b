using System.Text;
using Typeset.Documents;

namespace Typeset.Manuscripts.Tests;

/// <summary>A settled style as text; of the kinds of text only those that differ from the body in a plain style.</summary>
internal static class StyleDump
{
    public static string Of(HouseStyle style)
    {
        var page = style.Page;
        var dump = new StringBuilder();
        dump.Append($"page {page.Trim.Width} × {page.Trim.Height}, type area {page.TypeAreaWidth} × {page.TypeAreaHeight}, {page.Characters} × {page.Lines}, measure {page.Measure}\n");
        var lines = style.Lines;
        dump.Append($"lines {lines.Mode} {lines.Prohibition} hanging {lines.Hanging} {lines.HangAtParagraphEnd} gap {lines.MixedSpacing} reduction {lines.MarkReduction} quotes {lines.QuoteWidth} digits {lines.DigitWidth} pairs {lines.PairKerning} runts {lines.RuntControl}\n");
        foreach (var role in new[] { TextRole.Body, TextRole.Heading1, TextRole.ArticleTitle, TextRole.Folio })
        {
            var text = style.Of(role);
            dump.Append($"{role}: {text.Font} {text.Size} / {text.LinePitch} tracking {text.Tracking} indent {text.FirstLineIndent} {text.StartIndent} {text.EndIndent} space {text.SpaceBefore} {text.SpaceAfter} {text.Alignment} #{text.Color.Red:X2}{text.Color.Green:X2}{text.Color.Blue:X2}\n");
        }

        dump.Append($"tail {style.Pages.ShortTailStep} head {style.Furniture.HeadOffset} inset {style.Furniture.FolioInset} figures {style.Figures.MaxHeight} header {style.ArticleHeader.FixedLines}\n");
        dump.Append("cover").AppendJoin("", style.Cover.Elements.Select(static element => $" {element.Role} {element.Top}")).Append('\n');
        return dump.ToString();
    }
}
