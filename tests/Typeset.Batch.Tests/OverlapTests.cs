using System.Collections.Concurrent;
using Typeset.Batch.Files;
using Typeset.Batch.Rebuilding;
using Typeset.Batch.Work;

namespace Typeset.Batch.Tests;

/// <summary>A worker finishes one booklet while it builds the next, and something happens to it.</summary>
public sealed class OverlapTests : IDisposable
{
    /// <summary>A booklet after the other, each with its reply.</summary>
    private const string Serves = "while take; do built; reply; done";

    /// <summary>The first worker dies with one booklet that it is finishing and one that it is building.</summary>
    private const string DiesOnce = "if [ $life = 1 ]; then take; built; take; die; fi; ";

    private readonly ScratchArchive _archive = new();
    private readonly ConcurrentQueue<string> _begun = new();

    public OverlapTests()
    {
        using var hold = new OutputRoot(_archive.Output).Enter();
    }

    public void Dispose() => _archive.Dispose();

    [ShellFact]
    public async Task The_next_booklet_is_given_while_one_is_finished()
    {
        var (first, second) = await Two("take; built; a=$(reply); take; echo \"$a\"; built; reply; " + Serves);
        Assert.Equal(("a", OutcomeStatus.Done, "b", OutcomeStatus.Done), (first.Title, first.Status, second.Title, second.Status));
        Assert.Equal(["a 1", "b 1"], _begun);
    }

    [ShellFact]
    public async Task Of_a_worker_killed_with_two_booklets_neither_is_lost()
    {
        var (first, second) = await Two(DiesOnce + Serves);
        Assert.Equal(("a", "b"), (first.Title, second.Title));
        Assert.Equal(["a 1", "a 2", "b 1", "b 2"], _begun.Order());
    }

    [ShellFact]
    public async Task What_was_durable_when_the_worker_was_killed_is_not_built_again()
    {
        var (first, second) = await Two("if [ $life = 1 ]; then take; built; store; take; die; fi; " + Serves);
        Assert.Equal(("a", "b"), (first.Title, second.Title));
        Assert.Equal(["a 1", "b 1", "b 2"], _begun.Order());
    }

    [ShellFact]
    public async Task A_booklet_that_kills_workers_is_given_up_and_the_one_that_was_being_finished_is_not()
    {
        var (first, second) = await Two(DiesOnce + "while take; do [ $booklet = b ] && die; built; reply; done");
        Assert.Equal(("a", OutcomeStatus.Done), (first.Title, first.Status));
        Assert.Equal((OutcomeStatus.GivenUp, "TS9505"), (second.Status, second.Remarks[0].Id));
        // The first time with the other does not count.
        Assert.Equal(["b 1", "b 2", "b 3", "b 4"], _begun.Where(static begun => begun[0] == 'b'));
    }

    [ShellFact]
    public async Task A_booklet_whose_finishing_kills_workers_is_given_up_and_the_one_that_was_being_built_is_not()
    {
        var (first, second) = await Two(DiesOnce + "while take; do built; [ $booklet = a ] && die; reply; done");
        Assert.Equal((OutcomeStatus.GivenUp, "TS9505"), (first.Status, first.Remarks[0].Id));
        Assert.Equal(("b", OutcomeStatus.Done), (second.Title, second.Status));
    }

    [ShellFact]
    public async Task A_disk_that_is_full_while_one_is_finished_ends_the_run_in_the_middle_of_the_next()
    {
        var refusal = await Assert.ThrowsAsync<ArchiveException>(() => Run("take; built; take; echo '{\"unwritable\":\"No space left on device\"}'; exec sleep 600", CancellationToken.None));
        Assert.Equal("TS9503", refusal.Diagnostic.Id);
        Assert.True(refusal.IsOutput);
    }

    [ShellFact]
    public async Task A_run_that_is_stopped_waits_neither_for_the_one_that_is_finished_nor_for_the_next()
    {
        using var stop = new CancellationTokenSource();
        var summary = await Run("take; built; take; exec sleep 600", stop.Token, begun =>
        {
            _begun.Enqueue(begun.Path);
            if (_begun.Count == 2) stop.Cancel();
        });
        Assert.True(summary.IsCutOff);
        Assert.Equal(["a", "b"], _begun.Order());
    }

    /// <summary>Carries out two commissions as a run does: the second is given when the first is built.</summary>
    private async Task<(Outcome First, Outcome Second)> Two(string script)
    {
        using var workshop = new LocalWorkshop(FakeWorker.Launch(_archive.Output, script), new(_archive.Output)) { Begins = (commission, attempt) => _begun.Enqueue($"{commission.Booklet} {attempt}") };
        var built = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = workshop.Build(FakeWorker.Commission("a"), () => built.TrySetResult(), CancellationToken.None);
        await Task.WhenAny(built.Task, first);
        var second = workshop.Build(FakeWorker.Commission("b"), static () => { }, CancellationToken.None);
        return (await first, await second);
    }

    /// <summary>Rebuilds an archive of two booklets with one job.</summary>
    private Task<RebuildSummary> Run(string script, CancellationToken cancellation, Action<BookletBegun>? begins = null)
    {
        _archive.Add("a").Add("b");
        var request = new RebuildRequest { Archive = _archive.Archive, Output = new(_archive.Output), Setup = FakeWorker.Setup, Worker = FakeWorker.Launch(_archive.Output, script) };
        return new Rebuild(request, happened => { if (happened is BookletBegun begun) begins?.Invoke(begun); }).Run(cancellation);
    }
}
