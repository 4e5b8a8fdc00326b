namespace Typeset.Preflight.Checks;

internal delegate void DocumentCheck(DocumentView document, ClauseFindings found);

internal delegate void PageCheck(PageView page, ClauseFindings found);

internal delegate void FontCheck(FontView font, ClauseFindings found);

internal delegate void ObjectCheck(ObjectView item, ClauseFindings found);

internal delegate void ElementCheck(ElementView element, ClauseFindings found);

/// <summary>All checks by the names that clauses know them by.</summary>
internal static class CheckTable
{
    private static readonly Dictionary<string, Delegate> Checks = Collect();

    public static IEnumerable<string> Names => Checks.Keys;

    public static bool Has(string name) => Checks.ContainsKey(name);

    public static Delegate Of(string name) => Checks[name];

    /// <summary>How many limits a clause must bring for a check.</summary>
    public static int LimitsOf(string name) => name switch
    {
        "limits" => 4,
        "image-resolution" => 3,
        "intent-profile" or "icc-profiles" or "font-widths" or "numbers" or "many-inks" or "saved-states" or "trim-size" or "rule-weight" or "rich-black-text" or "loose-line" or "short-tail" => 1,
        _ => 0,
    };

    private static Dictionary<string, Delegate> Collect()
    {
        var checks = new Dictionary<string, Delegate>(StringComparer.Ordinal);
        FileChecks.AddTo(checks);
        MetadataChecks.AddTo(checks);
        IntentChecks.AddTo(checks);
        ObjectChecks.AddTo(checks);
        PageChecks.AddTo(checks);
        ColourChecks.AddTo(checks);
        AnnotationChecks.AddTo(checks);
        FontChecks.AddTo(checks);
        StructureChecks.AddTo(checks);
        MarkedContentChecks.AddTo(checks);
        SyntaxChecks.AddTo(checks);
        ValueChecks.AddTo(checks);
        TableChecks.AddTo(checks);
        HouseChecks.AddTo(checks);
        TypographyChecks.AddTo(checks);
        return checks;
    }
}
