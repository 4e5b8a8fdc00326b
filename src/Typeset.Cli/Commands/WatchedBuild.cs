using Typeset.Cli.Reporting;

namespace Typeset.Cli.Commands;

/// <summary>Builds, waits for a file of the booklets or the shipped styles to change, and builds again, until interrupted.</summary>
internal sealed class WatchedBuild(BuildRequest request, Terminal terminal)
{
    /// <summary>An editor that saves touches several files within this time; they are one change.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(120);

    /// <summary>Ends with the interruption, which is the ordinary way out: <see cref="ExitCode.Ok"/>.</summary>
    public int Run(CancellationToken cancellation)
    {
        using var changed = new AutoResetEvent(initialState: false);
        var watchers = request.Jobs().Select(job => job.Input.Folder).Append(request.Setup.Installation.Styles)
            .Where(Directory.Exists).Select(folder => Watch(folder, changed)).ToArray();
        try
        {
            do Build(cancellation);
            while (WaitForChange(changed, cancellation));
        }
        finally
        {
            foreach (var watcher in watchers) watcher.Dispose();
        }

        return ExitCode.Ok;
    }

    private void Build(CancellationToken cancellation)
    {
        try
        {
            new BookletBuild(request, terminal).Run(cancellation);
        }
        catch (HostException refusal)
        {
            terminal.Error.Write(DiagnosticText.For(terminal).Render(refusal.Diagnostic));
        }
        catch (OperationCanceledException)
        {
            return;
        }

        terminal.Error.WriteLine(terminal.Say("等待改动…… Ctrl-C 结束", "watching for changes … Ctrl-C ends"));
    }

    private bool WaitForChange(AutoResetEvent changed, CancellationToken cancellation)
    {
        if (WaitHandle.WaitAny([cancellation.WaitHandle, changed]) == 0) return false;
        while (changed.WaitOne(Settling)) { }
        return !cancellation.IsCancellationRequested;
    }

    private FileSystemWatcher Watch(string folder, AutoResetEvent changed)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, change) => Notice(change.FullPath);
        watcher.Created += (_, change) => Notice(change.FullPath);
        watcher.Deleted += (_, change) => Notice(change.FullPath);
        watcher.Renamed += (_, change) => Notice(change.FullPath);
        watcher.EnableRaisingEvents = true;
        return watcher;

        void Notice(string path)
        {
            if (!IsOwnOutput(path)) changed.Set();
        }
    }

    /// <summary>Outputs and their drafts, which may lie inside a booklet's folder, are no change.</summary>
    private static bool IsOwnOutput(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".pdf" or ".docx" || Path.GetFileName(path) is ['.', ..];
}
