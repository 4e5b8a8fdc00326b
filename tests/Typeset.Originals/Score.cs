using System.Text;

namespace Typeset.Originals;

/// <summary>One case of a score: what was asked, what came, and whether it holds.</summary>
public readonly record struct Case(string Name, string Expected, string Actual, bool Holds);

/// <summary>A suite's cases with a count of those that hold.</summary>
public sealed class Score(string name)
{
    private readonly List<Case> _cases = [];

    public string Name { get; } = name;
    public IReadOnlyList<Case> Cases => _cases;
    public int Holding => _cases.Count(static c => c.Holds);
    public int Count => _cases.Count;

    public void Add(string name, string expected, string actual) => _cases.Add(new Case(name, expected, actual, expected == actual));

    public void Add(string name, string expected, string actual, bool holds) => _cases.Add(new Case(name, expected, actual, holds));

    public string Print(bool all)
    {
        var text = new StringBuilder();
        text.AppendLine($"{Name}: {Holding} of {Count}");
        foreach (var (caseName, expected, actual, holds) in _cases)
        {
            if (all || !holds) text.AppendLine($"  {(holds ? "✓" : "✗")} {caseName}: {(holds ? actual : $"expected {expected}, got {actual}")}");
        }

        return text.ToString();
    }
}
