using System.Collections.Immutable;

namespace Typeset.Endurance;

/// <summary>
/// Which booklets of a disturbed rebuild are finished and durable, as its folder of outputs and its logs show it: recorded, or with each file in its
/// place or in the object store. None of these may be lost, and none may be built again.
/// </summary>
internal sealed class Standing(CalmArchive calm, string output, DisturbanceTally tally)
{
    private readonly Dictionary<string, string> _commissions = [];
    private readonly HashSet<string> _begun = [];
    private readonly HashSet<string> _recorded = [];
    private ImmutableHashSet<string> _finished = [];

    /// <summary>Takes in what a run did and what stands after it.</summary>
    /// <param name="workersKilled">Two buildings may have begun again in it for each: one that was being finished, one that was being built.</param>
    public void After(IReadOnlyCollection<RunLogLine> log, int workersKilled)
    {
        foreach (var line in log.Where(static line => line.Event == "begun")) Begun(line);
        if (log.Count(static line => line.Attempt > 1) > 2 * workersKilled) tally.Complain("more buildings began again than killed workers account for");
        _recorded.UnionWith(log.Where(static line => line is { Event: "ended", Status: not "given-up" }).Select(static line => line.Booklet));
        var published = CalmArchive.Outputs(output);
        var now = calm.Booklets.Where(booklet => IsFinished(booklet, published)).Select(static booklet => booklet.Path).ToImmutableHashSet();
        foreach (var lost in _finished.Except(now)) tally.Complain($"{lost} was finished, and is not any more");
        _finished = now;
    }

    private void Begun(RunLogLine line)
    {
        tally.Builds++;
        if (_begun.Add(line.Booklet)) tally.Needed++;
        if (_finished.Contains(line.Booklet)) tally.Complain($"{line.Booklet} was finished, and yet was built again");
        _commissions[line.Booklet] = line.Commission;
    }

    private bool IsFinished(CalmBooklet booklet, Dictionary<string, string> published)
    {
        var isPublished = booklet.Outputs.All(file => published.GetValueOrDefault(file.Path) == file.Content);
        if (_recorded.Contains(booklet.Path)) return isPublished;
        // Of one that fails nothing but the record tells that it was tried.
        if (booklet.Outputs.IsEmpty) return false;
        if (isPublished) return true;
        if (!_commissions.TryGetValue(booklet.Path, out var commission)) return false;
        var stored = Path.Combine(output, ".typeset", "objects", commission[..2], commission);
        return File.Exists(Path.Combine(stored, "outcome.json"))
            && booklet.Outputs.All(file => published.GetValueOrDefault(file.Path) == file.Content || File.Exists(Path.Combine(stored, file.Format)));
    }
}
