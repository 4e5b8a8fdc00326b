using System.Collections.Immutable;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts;

/// <summary>What only a file that names its parts itself can say of a booklet: its colophon and the image of its cover. It is taken out before recovery and put back behind it.</summary>
internal sealed record OwnMatter(ImmutableArray<RawManuscript> Rest, ImmutableArray<RawParagraph> Colophon, ImageData? CoverImage)
{
    /// <summary>Between the label and the value of a printed colophon's line.</summary>
    private const char Separator = '\u3000';

    public static OwnMatter Of(ImmutableArray<RawManuscript> manuscripts)
    {
        var colophon = ImmutableArray.CreateBuilder<RawParagraph>();
        ImageData? image = null;
        var rest = manuscripts.Select(manuscript =>
        {
            var cover = CoverImageOf(manuscript);
            image ??= (cover?.Block as Figure)?.Image;
            var own = manuscript.Units.OfType<RawParagraph>().Where(static unit => unit.Hints.Role == LineRole.Colophon).ToArray();
            colophon.AddRange(own);
            return own.Length == 0 && cover is null ? manuscript : manuscript with { Units = [.. manuscript.Units.Where(unit => unit != cover && !own.Contains(unit))] };
        }).ToImmutableArray();
        return new OwnMatter(rest, colophon.ToImmutable(), image);
    }

    public Recovered Into(Recovered recovered)
    {
        if (Colophon.IsEmpty && CoverImage is null) return recovered;
        var booklet = recovered.Booklet;
        return new Recovered(
            booklet with { Colophon = booklet.Colophon.AddRange(Colophon.Select(LineOf)), Cover = CoverImage is null ? booklet.Cover : booklet.Cover with { Image = CoverImage } },
            recovered.Report with { Homes = recovered.Report.Homes.AddRange(Colophon.Select(static line => new LineHome(line.Span, LineRole.Colophon, "", -1, null))) });
    }

    /// <summary>A picture between the lines of a cover that the file names as such.</summary>
    private static RawBlock? CoverImageOf(RawManuscript manuscript)
    {
        RawBlock? found = null;
        foreach (var unit in manuscript.Units)
        {
            if (unit is RawBlock { Block: Figure } figure) found ??= figure;
            else if (unit is RawParagraph { Hints.Role: >= LineRole.CoverMark and <= LineRole.CoverDate } && found is not null) return found;
            else if (unit is RawParagraph { Hints.Role: not (>= LineRole.CoverMark and <= LineRole.CoverDate) }) return found is not null && manuscript.Units[0] is RawParagraph { Hints.Role: >= LineRole.CoverMark and <= LineRole.CoverDate } ? found : null;
        }

        return null;
    }

    private static ColophonLine LineOf(RawParagraph line)
    {
        var text = line.Text.Text.Trim();
        var at = text.IndexOf(Separator);
        return at > 0 ? new ColophonLine(text[..at], text[(at + 1)..].Trim()) : new ColophonLine("", text);
    }
}
