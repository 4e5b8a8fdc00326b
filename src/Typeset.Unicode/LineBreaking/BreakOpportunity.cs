namespace Typeset.Unicode;

/// <summary>What may happen between two characters, UAX #14 §3.</summary>
public enum BreakOpportunity : byte
{
    /// <summary>No line ends here: <c>×</c>.</summary>
    Prohibited,

    /// <summary>A line may end here: <c>÷</c>.</summary>
    Allowed,

    /// <summary>A line ends here: <c>!</c>.</summary>
    Mandatory,
}
