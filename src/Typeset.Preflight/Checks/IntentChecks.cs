using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>Output intents and ICC profiles.</summary>
internal static class IntentChecks
{
    private const string PdfA = "GTS_PDFA1", PdfX = "GTS_PDFX";

    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["intent-profile"] = (DocumentCheck)IntentProfile;
        checks["intent-one-profile"] = (DocumentCheck)OneProfile;
        checks["print-intent"] = (DocumentCheck)PrintIntent;
        checks["colour-has-intent"] = (PageCheck)ColourHasIntent;
        checks["icc-profiles"] = (PageCheck)Profiles;
    }

    private static void IntentProfile(DocumentView document, ClauseFindings found)
    {
        foreach (var intent in document.Intents.Where(static i => i.Kind == PdfA))
        {
            if (intent.Profile is null) found.InFile(M.Missing, "DestOutputProfile");
            else if (Fault(intent.Profile, found) is { } fault) found.InFile(M.BadProfile, intent.Kind, fault);
        }
    }

    private static void OneProfile(DocumentView document, ClauseFindings found)
    {
        if (document.Intents.Select(static i => i.Dictionary["DestOutputProfile"].Number).Where(static n => n != 0).Distinct().Count() > 1) found.InFile(M.Used, "DestOutputProfile ≠");
    }

    private static void PrintIntent(DocumentView document, ClauseFindings found)
    {
        if (document.IntentOf(PdfX) is not { } intent)
        {
            found.InFile(M.Missing, "OutputIntent GTS_PDFX");
            return;
        }

        if (string.IsNullOrEmpty(intent.Dictionary["OutputConditionIdentifier"].AsText)) found.InFile(M.Missing, "OutputConditionIdentifier");
        if (intent.Profile is null && string.IsNullOrEmpty(intent.Dictionary["RegistryName"].AsText)) found.InFile(M.Missing, "DestOutputProfile / RegistryName");
        if (intent.Profile is null) return;
        if (intent.Profile is not { IsValid: true, Class: "prtr" }) found.InFile(M.BadProfile, PdfX, intent.Profile.Class);
        if (intent.Profile.SpaceComponents != intent.Profile.Components) found.InFile(M.BadProfile, PdfX, $"N {intent.Profile.Components} ≠ {intent.Space}");
    }

    /// <summary>Device colours need an intent that says what they look like; grey is part of every one (ISO 19005-1 §6.2.3.3, ISO 19005-2 §6.2.4.3).</summary>
    private static void ColourHasIntent(PageView page, ClauseFindings found)
    {
        var spaces = page.Document.Intents.Where(static i => i.Profile is { IsValid: true }).Select(static i => i.Space).ToHashSet();
        foreach (var use in ColourUse.On(page))
        {
            foreach (var space in use.Space.Chain())
            {
                var (name, isCovered) = space.Family switch
                {
                    ColourFamily.DeviceRgb => ("DeviceRGB", spaces.Contains("RGB")),
                    ColourFamily.DeviceCmyk => ("DeviceCMYK", spaces.Contains("CMYK")),
                    ColourFamily.DeviceGray => ("DeviceGray", spaces.Count > 0),
                    _ => ("", true),
                };
                if (!isCovered && page.Page["Resources"]["ColorSpace"]["Default" + name["Device".Length..]].IsNull) found.At(use.Place, M.NoIntentFor, name);
            }
        }
    }

    private static void Profiles(PageView page, ClauseFindings found)
    {
        foreach (var use in ColourUse.On(page))
        {
            foreach (var space in use.Space.Chain().Where(static s => s.Family == ColourFamily.Icc))
            {
                if (space.Definition[1] is not PdfStream stream) found.At(use.Place, M.Missing, "ICCBased");
                else if (Fault(IccHeader.Read(stream, page.Document.File), found) is { } fault) found.At(use.Place, M.BadProfile, "ICCBased", fault);
            }
        }
    }

    /// <summary>What is wrong with a profile; null for a sound one. The clause's limit is the newest version that may be.</summary>
    private static string? Fault(IccHeader profile, ClauseFindings found) => profile switch
    {
        { IsValid: false } => "acsp",
        _ when profile.SpaceComponents != profile.Components => $"N {profile.Components} ≠ {profile.Space}",
        _ when profile.Version > found.Limit(0) => $"version {profile.Version}",
        _ when profile.Class is not ("prtr" or "mntr" or "scnr" or "spac") => profile.Class,
        _ => null,
    };
}
