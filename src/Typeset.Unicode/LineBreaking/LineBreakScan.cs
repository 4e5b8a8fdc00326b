using static Typeset.Unicode.LineUnitSet;

namespace Typeset.Unicode;

/// <summary>
/// One pass over a text with what the rules of UAX #14 look at around a boundary: two clusters before it, three
/// behind it, and a few facts about what came earlier.
/// </summary>
internal ref struct LineBreakScan
{
    private LineClusterReader reader;
    private LineBreakContext context;

    public LineBreakScan(ReadOnlySpan<char> text)
    {
        reader = new(text);
        context.Start(reader.Read(), reader.Read(), reader.Read());
    }

    /// <summary>How many code points were looked up: as many as the text has.</summary>
    public readonly int Steps => reader.Steps;

    public void Run(Span<BreakOpportunity> after)
    {
        after.Clear();
        while (!context.Right.IsEdge)
        {
            context.Advance(reader.Read());
            after[context.Left.End - 1] = context.Right.IsEdge ? BreakOpportunity.Mandatory : Decide();
        }
    }

    private readonly BreakOpportunity Decide() => (context.Left.Value, context.Right.Value) switch
    {
        (Han, Han) when !context.Left.EndsInJoiner => BreakOpportunity.Allowed,
        (Letter, Letter) => BreakOpportunity.Prohibited,
        _ => LineBreakRules.Decide(in context),
    };

    /// <summary>The commonest character of Chinese: LB31 parts two of them.</summary>
    private const byte Han = (byte)LineUnit.Ideographic | 0x40;

    /// <summary>The commonest character of alphabetic text: LB28 keeps two of them together.</summary>
    private const byte Letter = (byte)LineUnit.Alphabetic;
}
