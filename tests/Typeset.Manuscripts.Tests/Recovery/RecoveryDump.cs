using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Recovery;

namespace Typeset.Manuscripts.Tests.Recovery;

/// <summary>A recovered booklet as text, places left out: what was found, what was left out, what is doubtful.</summary>
internal static class RecoveryDump
{
    public static Recovered Recover(string text, RecoveryOptions? options = null) =>
        Recoverer.Recover([RawLines.Of(new SourceText("raw.txt", text))], options ?? new RecoveryOptions(), new DiagnosticBag());

    public static string Of(string text) => Of(Recover(text));

    public static string Of(Recovered recovered)
    {
        var dump = new StringBuilder();
        var booklet = recovered.Booklet;
        if (recovered.Report.Homes.Any(static h => h.Role is >= LineRole.CoverMark and <= LineRole.CoverDate)) dump.Append(ModelDump.Of(booklet with { Parts = [], ContentsTitle = "", Language = "" }));
        foreach (var part in booklet.Parts)
        {
            if (part.Title.Length > 0) dump.Append($"=== {part.Title}\n".Replace("=", "#", StringComparison.Ordinal));
            foreach (var article in part.Articles) dump.Append($"## {article.Id}\n").Append(WithoutPlaces(ModelDump.Of(article)));
        }

        foreach (var home in recovered.Report.Homes.Where(static h => h.DropReason is not null)) dump.Append($"- {home.Role} {home.Place.Source!.Text[home.Place.Start..home.Place.End].Trim()}\n");
        foreach (var doubt in recovered.Report.Doubts) dump.Append(CultureInfo.InvariantCulture, $"? {doubt.Reading} / {doubt.OtherReading}\n");
        return dump.ToString().TrimEnd('\n');
    }

    private static string WithoutPlaces(string dump) => System.Text.RegularExpressions.Regex.Replace(dump, "@[0-9]+:[0-9]+", "");
}
