using System.Runtime.ExceptionServices;
using Typeset.Pages;
using Typeset.Pdf.Images;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Content;

/// <summary>
/// Brings the pages from the display list into the file: composed, encoded and deflated on several threads, numbered and written one at a time
/// and in order. Every thread holds one page, so that memory does not grow with the booklet.
/// </summary>
internal sealed class PagePipeline(PagedBooklet booklet, PdfOptions options, PageNumbering numbering, CancellationToken cancellation)
{
    private readonly PressSurround _surround = new(booklet, options);
    private readonly PressInspection _inspection = new(options);
    private readonly Turnstile _toNumber = new();
    private readonly Turnstile _toWrite = new();
    private readonly Lock _failureGate = new();
    private int _nextPage = -1;
    private int _failedPage = int.MaxValue;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Takes a finished page: its index, its content, and its operators deflated.</summary>
    public delegate void PageSink(int index, PageContent content, ReadOnlySpan<byte> deflated);

    /// <summary>Runs all pages through; afterwards the numbering knows all that they show.</summary>
    public void Run(PageSink write)
    {
        // One thread more than asked for: a page that waits for its turn leaves no processor idle.
        Crew.Run(options.Threads > 1 ? Math.Min(options.Threads + 1, booklet.Pages.Length) : 1, () => Work(write));
        _failure?.Throw();
    }

    private void Work(PageSink write)
    {
        using var bench = new Bench(booklet, options);
        while (Interlocked.Increment(ref _nextPage) is var page && page < booklet.Pages.Length && page < Volatile.Read(ref _failedPage))
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                if (!Pass(page, bench, write)) return;
            }
            catch (Exception e)
            {
                Fail(page, e);
                return;
            }
        }
    }

    private bool Pass(int index, Bench bench, PageSink write)
    {
        var page = booklet.Compose(index);
        _inspection.Look(page);
        var around = page.Items.Length;
        page = _surround.Around(page);
        bench.Content.Clear();
        bench.FreshImages.Clear();
        if (!_toNumber.Enter(index)) return false;
        numbering.Number(page, bench.Content, bench.FreshImages, around);
        _toNumber.Leave();
        bench.Encode(page);
        var deflated = bench.Flate.Deflate(bench.Content.Operators.Written);
        if (!_toWrite.Enter(index)) return false;
        write(index, bench.Content, deflated);
        _toWrite.Leave();
        return true;
    }

    /// <summary>Of several failures the one on the earliest page counts, as it would on one thread.</summary>
    private void Fail(int page, Exception exception)
    {
        lock (_failureGate)
        {
            if (page >= _failedPage) return;
            _failedPage = page;
            _failure = ExceptionDispatchInfo.Capture(exception);
        }

        _toNumber.CloseFrom(page);
        _toWrite.CloseFrom(page);
    }

    /// <summary>What one thread works with.</summary>
    private sealed class Bench(PagedBooklet booklet, PdfOptions options) : IDisposable
    {
        private readonly PageEncoder _encoder = new(booklet, options);

        private readonly ImageEncoder _images = new(options);

        public PageContent Content { get; } = new();
        public List<ImageItem> FreshImages { get; } = [];
        public Flate Flate { get; } = new(options.Compression);

        public void Encode(Page page)
        {
            _encoder.Encode(page, Content);
            for (var i = 0; i < FreshImages.Count; i++) Content.NewImages[i] = (Content.NewImages[i].Index, EncodeImage(FreshImages[i]));
        }

        public void Dispose() => Flate.Dispose();

        private EncodedImage? EncodeImage(ImageItem item)
        {
            try
            {
                var image = _images.Encode(item.Image);
                foreach (var remark in image.Remarks) options.Diagnostics?.Add(remark.Message.At(item.Span, [item.Image.Name, .. remark.Arguments]));
                return image;
            }
            catch (ImageFormatException e)
            {
                options.Diagnostics?.Add(Core.Messages.PdfMessages.UnreadableImage.At(item.Span, item.Image.Name, e.Message));
                return null;
            }
        }
    }
}
