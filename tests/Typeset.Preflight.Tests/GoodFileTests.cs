using Typeset.Core;
using Typeset.Originals;
using Typeset.Testing;

namespace Typeset.Preflight.Tests;

/// <summary>No false alarms: what is found in our own files is there. Every finding of every kind of every sample stands in a golden file.</summary>
public sealed class GoodFileTests
{
    /// <summary>The lists that each kind must claim, and be held to.</summary>
    private static readonly Dictionary<string, string> Claims = new()
    {
        ["reading"] = "a-2a ua-1 house typography", ["a-3a"] = "a-3a ua-1 house typography", ["a-2b"] = "a-2b house", ["a-1b"] = "a-1b house", ["x-4"] = "x-4 press house", ["x-1a"] = "x-1a press house",
    };

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var sample in Workshop.Samples())
            {
                foreach (var kind in GoodFiles.Kinds) files.Add(sample, kind);
            }

            return files;
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Files_are_held_to_what_they_claim_and_keep_it(string sample, string kind)
    {
        var report = GoodFiles.Of(sample, kind).Report;
        Assert.Empty(report.Unread.Select(static d => d.Message(Language.English)));
        Assert.Equal(Claims[kind], string.Join(' ', report.Profiles.Select(static p => p.Key)));
        Assert.Empty(report.Findings.Where(static f => f.Severity == Severity.Error).Select(Told));
    }

    [Fact]
    public void Findings_in_the_samples_are_the_ones_that_were_looked_at()
    {
        var dump = new System.Text.StringBuilder();
        foreach (var sample in Workshop.Samples())
        {
            foreach (var kind in GoodFiles.Kinds)
            {
                var report = GoodFiles.Of(sample, kind).Report;
                foreach (var finding in report.Findings) dump.Append($"{sample} {kind}: {Told(finding)}\n");
            }
        }

        Golden.Matches("findings", dump.ToString());
    }

    private static string Told(Finding finding) => $"{finding.Clause.Id} page {finding.Place.Page + 1} ({finding.Place.X:0}, {finding.Place.Y:0}) {finding.Detail.Message(Language.English)}";
}
