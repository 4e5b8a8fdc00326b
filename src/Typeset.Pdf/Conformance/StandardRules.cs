using Typeset.Pages;

namespace Typeset.Pdf.Conformance;

/// <summary>What a standard asks of the writer, as far as it changes what is written.</summary>
internal static class StandardRules
{
    /// <summary>The version in the header; ISO 19005-1 §6.1.2 and ISO 15930-4 build on 1.4, ISO 15930-7 on 1.6.</summary>
    public static ReadOnlySpan<byte> VersionOf(PdfStandard standard) => standard switch
    {
        PdfStandard.A1b or PdfStandard.X1a => "1.4"u8,
        PdfStandard.X4 => "1.6"u8,
        _ => "1.7"u8,
    };

    public static bool IsArchival(PdfStandard standard) => standard is PdfStandard.A1b or PdfStandard.A2b or PdfStandard.A2aUa1 or PdfStandard.A3aUa1;

    public static bool IsPress(PdfStandard standard) => standard is PdfStandard.X1a or PdfStandard.X4;

    public static bool IsAccessible(PdfStandard standard) => standard is PdfStandard.A2aUa1 or PdfStandard.A3aUa1;

    /// <summary>Built on PDF 1.4: no object streams (ISO 32000-1 §7.5.7), no 16-bit samples, no soft masks (ISO 19005-1 §6.4, ISO 15930-4 §6.3.4).</summary>
    public static bool IsPlain(PdfStandard standard) => standard is PdfStandard.A1b or PdfStandard.X1a;

    /// <summary>ISO 19005-1 §6.3.5: a subset says which CIDs it holds. Later parts only ask that it be right where there is one.</summary>
    public static bool ListsCids(PdfStandard standard) => standard == PdfStandard.A1b;
}

/// <summary>What the document says of itself, made fit for the claim.</summary>
internal static class ClaimedInfo
{
    private const string NoTitle = "—";
    private const string DefaultLanguage = "zh-CN";

    /// <summary>
    /// A title (ISO 14289-1 §7.1; ISO 15930-7 §6.10), a language tag (ISO 19005-2 §6.7.4; RFC 3066), and on the press a date (ISO 15930-4 §6.10) are
    /// there whatever the booklet leaves out.
    /// </summary>
    public static DocumentInfo For(DocumentInfo info, PdfStandard standard)
    {
        if (standard == PdfStandard.None) return info;
        return info with
        {
            Title = info.Title.Length > 0 ? info.Title : NoTitle,
            Language = IsTag(info.Language) ? info.Language : DefaultLanguage,
            Date = info.Date ?? (StandardRules.IsPress(standard) ? DateTimeOffset.UnixEpoch : null),
        };
    }

    private static bool IsTag(string tag)
    {
        var parts = tag.Split('-');
        return Array.TrueForAll(parts, static p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit)) && parts[0].All(char.IsAsciiLetter);
    }
}
