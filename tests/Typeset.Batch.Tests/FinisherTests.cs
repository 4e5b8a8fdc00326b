using Typeset.Batch.Files;
using Typeset.Batch.Work;

namespace Typeset.Batch.Tests;

/// <summary>What a worker says and leaves behind while it makes booklets durable.</summary>
public sealed class FinisherTests : IDisposable
{
    private readonly ScratchArchive _archive = new();
    private readonly ObjectStore _objects;
    private readonly StringWriter _said = new() { NewLine = "\n" };

    public FinisherTests()
    {
        using var hold = new OutputRoot(_archive.Output).Enter();
        _objects = new(new(_archive.Output));
    }

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void Each_booklet_is_called_built_after_the_reply_to_the_one_before()
    {
        var finisher = new Finisher(TextWriter.Synchronized(_said));
        foreach (var name in (ReadOnlySpan<string>)["a", "b", "c"]) finisher.Take(Written(name));
        finisher.Take(new Reply { Moved = "d" });
        Assert.Equal(["built", "a", "built", "b", "built", "c", "moved d"], Said());
    }

    [Fact]
    public void A_booklet_has_its_name_when_it_is_finished_and_not_before()
    {
        var commission = FakeWorker.Commission("a");
        using var draft = Written("a");
        Assert.Null(_objects.Find(commission.Digest));
        Assert.Equal("正文"u8.ToArray(), draft.Read("reading"));
        draft.Finish();
        Assert.Equal("a", _objects.Find(commission.Digest)?.Title);
        Assert.Equal("正文"u8.ToArray(), File.ReadAllBytes(_objects.FileOf(commission.Digest, "reading")));
        Assert.Empty(Drafts());
    }

    [Fact]
    public void One_that_another_worker_finished_first_is_left_as_it_is()
    {
        using var first = Written("a");
        using var second = Written("a");
        first.Finish();
        second.Finish();
        Assert.Equal("a", _objects.Find(FakeWorker.Commission("a").Digest)?.Title);
        Assert.Empty(Drafts());
    }

    [Fact]
    public void One_that_cannot_be_finished_is_answered_so_and_leaves_nothing_and_the_next_is_finished()
    {
        var finisher = new Finisher(TextWriter.Synchronized(_said));
        var draft = Written("a");
        Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(_objects.FileOf(FakeWorker.Commission("a").Digest, "reading")))!);
        finisher.Take(draft);
        finisher.Take(Written("b"));
        finisher.Wait();
        Assert.Equal(["built", "unwritable", "built", "b"], Said());
        Assert.Empty(Drafts());
    }

    [Fact]
    public void One_whose_writing_fails_leaves_nothing()
    {
        Assert.Throws<IOException>(() => _objects.Write(FakeWorker.Commission("a"), draft =>
        {
            draft.Write("reading", static stream => stream.WriteByte(0));
            throw new IOException("No space left on device");
        }));
        Assert.Empty(Drafts());
    }

    private ObjectDraft Written(string name)
    {
        var commission = FakeWorker.Commission(name);
        return _objects.Write(commission, draft => new()
        {
            Digest = commission.Digest, Status = OutcomeStatus.Done, Title = name, Files = [draft.Write("reading", static stream => stream.Write("正文"u8))],
        });
    }

    private string[] Drafts() => Directory.GetDirectories(_archive.Out(".typeset", "objects"), "draft-*");

    private string[] Said() => [.. _said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => Wire.Reply(line) switch
    {
        { IsBuilt: true } => "built",
        { Outcome: { } outcome } => outcome.Title,
        { Moved: { } moved } => "moved " + moved,
        { Unwritable: not null } => "unwritable",
        _ => line,
    })];
}
