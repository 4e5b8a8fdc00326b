using System.Collections.Concurrent;
using Typeset.Core;
using Typeset.Preflight.Clauses;
using Typeset.Preflight.Tests.Mutation;

namespace Typeset.Preflight.Tests;

/// <summary>Good files broken in one way each: the clauses that they then break are named, and no others.</summary>
public sealed class MutantTests
{
    private static readonly Mutant[] Mutants = [.. ArchiveMutants.All, .. ReadingMutants.All, .. PressMutants.All, .. SyntaxMutants.All];

    private static readonly ConcurrentDictionary<string, List<(string Clause, string Message)>> Unbroken = new();

    public static TheoryData<string> Names => [.. Mutants.Select(static m => m.ToString())];

    public static TheoryData<string> Kinds => [.. GoodFiles.Kinds];

    [Fact]
    public void There_are_more_than_a_hundred_and_no_two_have_one_name()
    {
        Assert.InRange(Mutants.Length, 100, 1000);
        Assert.Equal(Mutants.Length, Mutants.DistinctBy(static m => m.ToString()).Count());
    }

    [Theory, MemberData(nameof(Names))]
    public void A_broken_file_is_told_by_the_clauses_that_it_breaks(string name)
    {
        var mutant = Mutants.First(m => m.ToString() == name);
        var found = Check(mutant.Write(), mutant).Except(Unbroken.GetOrAdd(mutant.Kind, Good));
        var clauses = found.Select(static f => f.Clause).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(mutant.Clauses.Split(' ').Order(StringComparer.Ordinal), clauses);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_good_file_written_anew_stays_good(string kind)
    {
        Assert.DoesNotContain(Good(kind), static f => f.Clause is not ("P-image-300" or "T-loose"));
    }

    private static List<(string Clause, string Message)> Good(string kind)
    {
        var mutant = new Mutant("", kind, "", static _ => { });
        return Check(mutant.Write(), mutant);
    }

    private static List<(string Clause, string Message)> Check(byte[] pdf, Mutant mutant)
    {
        var profiles = mutant.Profiles.Split(' ').Select(static key => ClauseLists.Named(key)!);
        return [.. PdfCheck.Run(pdf, [.. profiles], mutant.Order, CancellationToken.None).Findings
            .Where(static f => f.Severity > Severity.Note).Select(static f => (f.Clause.Id, f.Place + f.Detail.Message(Language.English)))];
    }
}
