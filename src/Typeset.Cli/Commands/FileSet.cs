using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Typeset.Cli.Files;
using Typeset.Core;
using Typeset.Docx;

namespace Typeset.Cli.Commands;

/// <summary>The files that one booklet becomes: the DOCX is written beside the PDF files, by a thread of its own where there are two.</summary>
internal sealed class FileSet(ImmutableArray<PlannedFile> planned) : IDisposable
{
    private ImmutableArray<FileDraft> _drafts = [];

    /// <summary>Those that are in their places.</summary>
    public ImmutableArray<PlannedFile> Kept { get; private set; } = [];

    /// <summary>How long each took.</summary>
    public IEnumerable<PhaseTime> Times => _drafts.Select(static draft => draft.Written.Time);

    public ImmutableArray<TwinFont> Fonts => [.. _drafts.SelectMany(static draft => draft.Written.Fonts)];

    /// <summary>Writes all. A file with an error of its own is not kept, the others are; an error of the booklet's keeps all back.</summary>
    /// <exception cref="HostException">A place cannot be written to, or the disk is full.</exception>
    public void Write(BookletResult result, BookletRequest request, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        foreach (var file in planned) _drafts = _drafts.Add(new FileDraft(file, OutputFile.Create(file.Path)));
        WriteTogether(draft => draft.Write(result, request, cancellation), request.Parallelism > 1);
        foreach (var draft in _drafts) Typesetter.Judge(result, request, draft.Planned.Kind, draft.Diagnostics);
        Kept = [.. _drafts.Where(draft => draft.Keep(!diagnostics.HasErrors)).Select(static draft => draft.Planned)];
        foreach (var diagnostic in _drafts.SelectMany(static draft => draft.Diagnostics.Sorted())) diagnostics.Add(diagnostic);
    }

    public void Dispose()
    {
        foreach (var draft in _drafts) draft.File.Dispose();
    }

    /// <summary>Both threads are awaited before a failure of either is passed on.</summary>
    private void WriteTogether(Action<FileDraft> write, bool hasThreads)
    {
        var twins = _drafts.Where(static draft => draft.Planned.Kind == OutputKind.Docx).ToArray();
        if (!hasThreads || twins.Length == 0 || twins.Length == _drafts.Length)
        {
            foreach (var draft in _drafts) write(draft);
            return;
        }

        var beside = Task.Run(() => Array.ForEach(twins, write));
        try
        {
            foreach (var draft in _drafts.Except(twins)) write(draft);
        }
        finally
        {
            ((IAsyncResult)beside).AsyncWaitHandle.WaitOne();
        }

        if (beside.Exception?.InnerException is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>A file while it is written.</summary>
    private sealed class FileDraft(PlannedFile planned, OutputFile file)
    {
        public PlannedFile Planned => planned;
        public OutputFile File => file;
        public DiagnosticBag Diagnostics { get; } = new();
        public WrittenFile Written { get; private set; } = new(default, []);

        public void Write(BookletResult result, BookletRequest request, CancellationToken cancellation) =>
            file.Fill(stream => Written = Typesetter.WriteBeside(result, request, planned.Kind, stream, Diagnostics, cancellation));

        /// <summary>Puts the file in its place if nothing is wrong with it.</summary>
        public bool Keep(bool isWanted)
        {
            if (!isWanted || Diagnostics.HasErrors) return false;
            file.Commit();
            return true;
        }
    }
}
