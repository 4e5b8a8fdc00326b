using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>Two neighbours moved closer or apart: kerning (GPOS lookup type 2).</summary>
internal abstract class PairAdjustment : Subtable
{
    private protected PairAdjustment(TableBytes bytes)
    {
        Bytes = bytes;
        Coverage = new Coverage(bytes.Follow(2));
        First = new ValueFormat(bytes.U16(4));
        Second = new ValueFormat(bytes.U16(6));
    }

    private protected TableBytes Bytes { get; }
    private protected Coverage Coverage { get; }
    private protected ValueFormat First { get; }
    private protected ValueFormat Second { get; }
    private protected int PairSize => First.Size + Second.Size;

    public static Subtable Read(TableBytes bytes) => bytes.U16(0) switch
    {
        1 => new PairsByGlyph(bytes),
        2 => new PairsByClass(bytes),
        var format => throw bytes.Broken($"pair adjustment format {format} is not 1 or 2"),
    };

    public sealed override bool Apply(LookupRun run)
    {
        var index = Coverage.IndexOf(run.Current.Glyph);
        if (index < 0) return false;
        var second = run.Next(run.Index);
        if (second < 0 || Find(index, run.Current.Glyph, run.Buffer[second].Glyph) is not { } pair) return false;
        First.Read(pair, 0).ApplyTo(ref run.Current);
        Second.Read(pair, First.Size).ApplyTo(ref run.Buffer[second]);
        run.Index = Second.Size > 0 ? second + 1 : second;
        return true;
    }

    public sealed override void CollectStarters(GlyphSet set) => Coverage.AddTo(set);

    /// <summary>The values of a pair, or null where there are none; <paramref name="index"/> is the first glyph's coverage index.</summary>
    private protected abstract TableBytes? Find(int index, int first, int second);

    private protected bool IsZero(TableBytes pair) => First.Read(pair, 0).IsNone && Second.Read(pair, First.Size).IsNone;
}

/// <summary>Pairs listed glyph by glyph (format 1).</summary>
internal sealed class PairsByGlyph(TableBytes bytes) : PairAdjustment(bytes)
{
    private protected override TableBytes? Find(int index, int first, int second)
    {
        if (index >= Bytes.U16(8)) return null;
        var set = Bytes.Follow(10 + index * 2);
        var reader = set.Reader;
        var size = 2 + PairSize;
        int low = 0, high = reader.U16At(0) - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var glyph = reader.U16At(2 + middle * size);
            if (glyph == second) return set.From(2 + middle * size + 2);
            if (glyph < second) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    public override void CollectNeighbours(GlyphSet set)
    {
        var count = Bytes.U16(8);
        for (var i = 0; i < count; i++)
        {
            var pairs = Bytes.Follow(10 + i * 2);
            pairs.Spend(pairs.U16(0));
            for (int j = 0, n = pairs.U16(0); j < n; j++) set.Add(pairs.U16(2 + j * (2 + PairSize)));
        }
    }
}

/// <summary>Pairs of classes of glyphs (format 2).</summary>
internal sealed class PairsByClass : PairAdjustment
{
    private readonly ClassDefinition _firstClasses;
    private readonly ClassDefinition _secondClasses;
    private readonly int _firstCount;
    private readonly int _secondCount;

    public PairsByClass(TableBytes bytes)
        : base(bytes)
    {
        _firstClasses = new ClassDefinition(bytes.Follow(8));
        _secondClasses = new ClassDefinition(bytes.Follow(10));
        _firstCount = bytes.U16(12);
        _secondCount = bytes.U16(14);
        bytes.Require(16, (long)_firstCount * _secondCount * PairSize);
    }

    private protected override TableBytes? Find(int index, int first, int second)
    {
        var (row, column) = (_firstClasses.ClassOf(first), _secondClasses.ClassOf(second));
        if (row >= _firstCount || column >= _secondCount) return null;
        return PairAt(row, column);
    }

    public override void CollectNeighbours(GlyphSet set)
    {
        _secondClasses.AddTo(set);
        Bytes.Spend(_firstCount);
        for (var row = 0; row < _firstCount && _secondCount > 0; row++)
        {
            if (IsZero(PairAt(row, 0))) continue;
            set.AddAll();
            return;
        }
    }

    private TableBytes PairAt(int row, int column) => Bytes.From(16 + ((long)row * _secondCount + column) * PairSize);
}
