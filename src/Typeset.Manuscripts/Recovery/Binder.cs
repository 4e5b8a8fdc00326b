using System.Collections.Immutable;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Binds articles and cover to a booklet.</summary>
internal static class Binder
{
    public static Booklet Bind(Volume volume, List<ArticleDraft> drafts, Scene scene, RecoveryOptions options, Journal journal)
    {
        var cover = CoverOf(volume.Cover, new Booklet { Title = [], Parts = [] }, journal);
        var fallback = options.Title.Length > 0 ? options.Title : cover.Title.Length > 0 ? cover.FullTitle : NameOf(volume);
        var parts = new Assembler(scene, journal).Parts(drafts, fallback);
        var first = parts[0].Articles.IsEmpty ? null : parts[0].Articles[0];
        var booklet = cover with { Parts = parts };
        foreach (var line in volume.ContentsLines) journal.Drop(line, line.Forced ?? (ContentsFinder.IsHeading(line) ? LineRole.ContentsTitle : LineRole.ContentsEntry), Reasons.ContentsMadeAnew);
        booklet = booklet with { Colophon = [.. volume.Colophon.Select(line => ColophonOf(line, journal))] };
        if (!booklet.Title.IsEmpty) return booklet;
        return booklet with { Title = options.Title.Length > 0 || first is null ? [options.Title] : first.Title };
    }

    /// <summary>The first file’s name, for a text that has no title at all.</summary>
    private static string NameOf(Volume volume) => volume.Files.IsEmpty ? "" : Sources.BookletPath.NameOf(volume.Files[0].Manuscript.Source.Path.Replace('\\', '/'));

    /// <summary>印数：1000 册: a label and what it says, or a line without label.</summary>
    private static ColophonLine ColophonOf(Line line, Journal journal)
    {
        journal.Home(line, LineRole.Colophon, "", -1);
        var colon = line.Text.IndexOfAny(['：', ':']);
        return colon is > 0 and < 8 ? new ColophonLine(line.Text[..colon], Glyph.Trim(line.Text.AsSpan(colon + 1)).ToString()) : new ColophonLine("", line.Text);
    }

    private static Booklet CoverOf(ImmutableArray<Line> lines, Booklet booklet, Journal journal)
    {
        var cleaner = new TextCleaner(journal);
        for (var i = 0; i < lines.Length; i++)
        {
            var role = CoverFinder.RoleOf(lines, i, lines.Length);
            ImmutableArray<string> words = [.. LetterSpacing.Words(lines[i].Text).Select(word => cleaner.Clean(word, lines[i].Span))];
            booklet = With(booklet, role, words);
            journal.Home(lines[i], role, "", -1);
        }

        return booklet;
    }

    private static Booklet With(Booklet booklet, LineRole role, ImmutableArray<string> words) => role switch
    {
        LineRole.CoverTitle or LineRole.Title => booklet with { Title = booklet.Title.AddRange(words) },
        LineRole.CoverSubtitle => booklet with { Subtitle = Joined(booklet.Subtitle, words) },
        LineRole.CoverSeries => booklet with { Series = Joined(booklet.Series, words) },
        LineRole.CoverIssue => booklet with { Issue = Joined(booklet.Issue, words) },
        LineRole.CoverDate => booklet with { Date = Joined(booklet.Date, words) },
        LineRole.CoverIssuer => booklet with { Issuer = booklet.Issuer.AddRange(words) },
        LineRole.CoverMark => booklet with { Cover = booklet.Cover with { Mark = Joined(booklet.Cover.Mark, words) } },
        _ => booklet with { Cover = booklet.Cover with { Lines = booklet.Cover.Lines.Add(string.Join(' ', words)) } },
    };

    private static string Joined(string before, ImmutableArray<string> words) => before.Length == 0 ? string.Join(' ', words) : before + " " + string.Join(' ', words);
}
