namespace Typeset.Images;

/// <summary>How much ink the pixels of a picture lay down on all plates together, 255 for each plate that is full.</summary>
public sealed class InkHistogram
{
    /// <summary>Of four plates.</summary>
    private const int FullInk = 4 * 255;

    /// <summary>
    /// Of so many pixels one may have more ink than it should: the ripples of JPEG beside edges. Of a picture of 100 × 150 mm that is 15 mm² in specks,
    /// which dry.
    /// </summary>
    private const int OneOf = 1000;

    private readonly long[] _counts = new long[FullInk + 1];
    private long _pixels;

    /// <summary>The most of any pixel.</summary>
    public int Most => Math.Max(0, Array.FindLastIndex(_counts, static count => count > 0));

    /// <summary>The most that more than a thousandth of the pixels have or surpass.</summary>
    public int MostThatMatters
    {
        get
        {
            var (ink, above) = (FullInk, 0L);
            for (; ink > 0; ink--)
            {
                if ((above += _counts[ink]) * OneOf > _pixels) break;
            }

            return ink;
        }
    }

    /// <summary>Counts a pixel.</summary>
    public void Add(int ink)
    {
        _counts[ink]++;
        _pixels++;
    }

    /// <summary>The share of pixels, of 1, with more ink than so many per cent.</summary>
    public double ShareAbove(double percent) => _pixels == 0 ? 0 : _counts.Where((_, ink) => ink * 100 > percent * 255).Sum() / (double)_pixels;
}
