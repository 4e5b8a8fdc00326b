namespace Typeset.Batch.Work;

/// <summary>
/// Makes one booklet durable while the next is built. It holds one at a time, and says nothing of the next before it has given the reply to the one before:
/// whoever listens hears of one commission after the other, first that it is built and then the reply.
/// </summary>
internal sealed class Finisher(TextWriter answers)
{
    private Task _finishing = Task.CompletedTask;

    /// <summary>Takes over what is built, when what it holds is finished.</summary>
    public void Take(ObjectDraft draft)
    {
        Wait();
        Say(new() { IsBuilt = true });
        // A thread of its own: it waits for the disk, and the pool has one thread for each processor that a worker sees.
        _finishing = Task.Factory.StartNew(() => Say(Finish(draft)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Gives a reply to which there is nothing to finish, when what it holds is finished.</summary>
    public void Take(Reply reply)
    {
        Wait();
        Say(reply);
    }

    /// <summary>Waits until the reply to what it holds is given.</summary>
    public void Wait() => _finishing.GetAwaiter().GetResult();

    private void Say(Reply reply) => answers.WriteLine(Wire.Line(reply));

    private static Reply Finish(ObjectDraft draft)
    {
        try
        {
            using (draft) draft.Finish();
            return new() { Outcome = draft.Outcome };
        }
        catch (Exception end)
        {
            return Reply.Because(end);
        }
    }
}
