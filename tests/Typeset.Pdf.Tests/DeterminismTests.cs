using System.Globalization;

namespace Typeset.Pdf.Tests;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData(false, CrossReferences.Streams)]
    [InlineData(true, CrossReferences.Streams)]
    [InlineData(true, CrossReferences.Table)]
    public void One_and_eight_threads_write_the_same_bytes(bool tagged, CrossReferences references)
    {
        var options = new PdfOptions { Tagged = tagged, CrossReferences = references };
        var booklet = Samples.Long(60);
        Assert.Equal(Written.Bytes(booklet, options), Written.Bytes(booklet, options with { Threads = 8 }));
    }

    [Fact]
    public void Threads_that_are_held_up_change_nothing()
    {
        var booklet = Samples.Long(24, lines: 4);
        var held = booklet with
        {
            Compose = page =>
            {
                Thread.Sleep(page % 5 * 2);
                return booklet.Compose(page);
            },
        };
        Assert.Equal(Written.Bytes(booklet), Written.Bytes(held, new PdfOptions { Threads = 4 }));
    }

    [Fact]
    public void Another_culture_writes_the_same_bytes()
    {
        var expected = Written.Bytes(Samples.Small());
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberDecimalSeparator) = ("−", ",");
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, Written.Bytes(Samples.Small()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void The_earliest_page_that_fails_is_the_one_reported(int threads)
    {
        var booklet = Samples.Long(40, lines: 1);
        var failing = booklet with { Compose = page => page is 9 or 10 or 11 ? throw new InvalidOperationException("page " + page) : booklet.Compose(page) };
        var thrown = Assert.Throws<InvalidOperationException>(() => Written.Bytes(failing, new PdfOptions { Threads = threads }));
        Assert.Equal("page 9", thrown.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancelling_stops_within_a_few_pages(int threads)
    {
        using var stop = new CancellationTokenSource();
        var booklet = Samples.Long(1000, lines: 1);
        var composed = 0;
        var stopping = booklet with
        {
            Compose = page =>
            {
                if (page == 10) stop.Cancel();
                Interlocked.Increment(ref composed);
                return booklet.Compose(page);
            },
        };
        Assert.Throws<OperationCanceledException>(() => PdfWriter.Write(stopping, Stream.Null, new PdfOptions { Threads = threads }, stop.Token));
        Assert.InRange(composed, 10, 30);
    }

    [Fact]
    public void A_page_that_is_slow_holds_up_the_pages_after_the_next_few()
    {
        var booklet = Samples.Long(200, lines: 1);
        var latest = 0;
        var latestWhileSlow = 0;
        var slow = booklet with
        {
            Compose = page =>
            {
                Volatile.Write(ref latest, Math.Max(Volatile.Read(ref latest), page));
                if (page != 20) return booklet.Compose(page);
                Thread.Sleep(100);
                latestWhileSlow = Volatile.Read(ref latest);
                return booklet.Compose(page);
            },
        };
        Written.Bytes(slow, new PdfOptions { Threads = 4 });
        Assert.InRange(latestWhileSlow, 20, 26);
    }
}
