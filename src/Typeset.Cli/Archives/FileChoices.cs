using System.Collections.Immutable;
using System.Globalization;
using Typeset.Batch.Files;
using Typeset.Cli.Commands;
using Typeset.Core;
using Typeset.Docx.Fonts;
using Typeset.Pdf;

namespace Typeset.Cli.Archives;

/// <summary>
/// What a command line says of the files, as words that go to workers and decide what is stale: only what is not the default, and only of kinds that
/// are written. A profile is named by its content.
/// </summary>
internal static class FileChoices
{
    /// <summary>The name of the profile's word; the value is its digest.</summary>
    public const string Profile = "icc";

    /// <summary>The words for the settings of the kinds that are asked for.</summary>
    public static ImmutableSortedDictionary<string, string> Of(BookletSetup setup, ImmutableArray<OutputKind> kinds, Digest? profile)
    {
        var (pdf, twin) = (setup.Pdf, setup.Docx);
        var words = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var (isArchived, isPrinted, isRead) = (kinds.Contains(OutputKind.Archive), kinds.Contains(OutputKind.Press), kinds.Contains(OutputKind.Reading));
        if (setup.Missing != default) words["missing"] = setup.Missing.ToString();
        if (isRead && pdf.Attach) words["attach"] = "true";
        if (isArchived && pdf.Archive != new PdfSettings().Archive) words["archive-as"] = pdf.Archive.ToString();
        if (isPrinted) AddPress(words, pdf, profile);
        // The reading file may carry the twin.
        if (!kinds.Contains(OutputKind.Docx) && !words.ContainsKey("attach")) return words.ToImmutable();
        if (!twin.Pins) words["pins"] = "false";
        if (twin.Fonts != new TwinRequest().Fonts) words["embed"] = twin.Fonts.ToString();
        return words.ToImmutable();
    }

    /// <summary>The settings of PDF files that words say.</summary>
    /// <param name="words">Of <see cref="Of"/>.</param>
    /// <param name="profile">The profile of a digest.</param>
    /// <exception cref="FormatException">A word says nothing.</exception>
    public static PdfSettings Pdf(ImmutableSortedDictionary<string, string> words, Func<string, IccProfile> profile)
    {
        var usual = new PdfSettings();
        return new()
        {
            Archive = Named(words, "archive-as", usual.Archive), Press = words.ContainsKey("press-as") ? Named(words, "press-as", PdfStandard.X4) : null, Attach = Flag(words, "attach") ?? false,
            Profile = words.TryGetValue(Profile, out var digest) ? profile(digest) : null,
            Bleed = Number(words, "bleed") is { } raw ? new Length(raw) : null, InkLimit = (int?)Number(words, "ink-limit"),
            Marks = Flag(words, "marks"), Slug = Flag(words, "slug"),
        };
    }

    /// <summary>The settings of the twin that words say.</summary>
    /// <exception cref="FormatException">A word says nothing.</exception>
    public static TwinRequest Twin(ImmutableSortedDictionary<string, string> words) => new(Flag(words, "pins") ?? true, Named(words, "embed", FontCoverage.Used));

    /// <summary>What becomes of characters that no font has.</summary>
    /// <exception cref="FormatException">The word says nothing.</exception>
    public static MissingCharacters Missing(ImmutableSortedDictionary<string, string> words) => Named(words, "missing", default(MissingCharacters));

    private static void AddPress(ImmutableSortedDictionary<string, string>.Builder words, PdfSettings pdf, Digest? profile)
    {
        if (pdf.Press is { } press) words["press-as"] = press.ToString();
        if (pdf.Bleed is { } bleed) words["bleed"] = bleed.Raw.ToString(CultureInfo.InvariantCulture);
        if (pdf.InkLimit is { } ink) words["ink-limit"] = ink.ToString(CultureInfo.InvariantCulture);
        if (pdf.Marks is { } marks) words["marks"] = marks ? "true" : "false";
        if (pdf.Slug is { } slug) words["slug"] = slug ? "true" : "false";
        if (profile is { } digest) words[Profile] = digest.Hex;
    }

    private static T Named<T>(ImmutableSortedDictionary<string, string> words, string name, T usual) where T : struct, Enum =>
        !words.TryGetValue(name, out var word) ? usual : Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value) ? value : throw new FormatException($"{name}: {word}");

    private static bool? Flag(ImmutableSortedDictionary<string, string> words, string name) => words.TryGetValue(name, out var word) ? bool.Parse(word) : null;

    private static long? Number(ImmutableSortedDictionary<string, string> words, string name) =>
        words.TryGetValue(name, out var word) ? long.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
