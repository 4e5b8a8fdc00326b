using Typeset.Core;
using Typeset.Preflight.Clauses;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Checks;

/// <summary>Takes down what a check finds against one clause.</summary>
internal sealed class ClauseFindings(Clause clause, Dictionary<int, Box> trims)
{
    /// <summary>One mistake of a writer may show on every page: this many are listed, the rest are counted.</summary>
    public const int Listed = 100;

    private readonly HashSet<(FindingPlace, string)> _seen = [];

    public Clause Clause => clause;
    public List<Finding> Findings { get; } = [];

    /// <summary>How many were found over those listed.</summary>
    public int Unlisted { get; private set; }

    /// <summary>A number that the clause goes by.</summary>
    public bool HasLimits => !clause.Limits.IsEmpty;

    public double Limit(int index) => clause.Limits[index];

    public void At(Place place, MessageTemplate template, params ReadOnlySpan<string> arguments)
    {
        if (Findings.Count == Listed)
        {
            Unlisted++;
            return;
        }

        var where = FindingPlaceOf(place);
        var detail = template.Anywhere(arguments);
        if (_seen.Add((where, detail.Message(Language.English)))) Findings.Add(new Finding(clause, where, detail));
    }

    public void InFile(MessageTemplate template, params ReadOnlySpan<string> arguments) => At(Place.Document, template, arguments);

    private FindingPlace FindingPlaceOf(Place place)
    {
        if (!place.HasPoint || !trims.TryGetValue(place.Page, out var trim)) return new(place.Page);
        return new(place.Page, Math.Round(place.X - trim.Left, 2), Math.Round(trim.Top - place.Y, 2));
    }
}
