using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Typeset.Docx;
using Typeset.Docx.Fonts;

namespace Typeset.Cli.Reporting;

/// <summary>Tells what a DOCX holds of each face: how much, how large, what its maker allows, what stands in for it.</summary>
internal static class TwinFontReport
{
    private const double Kilobyte = 1024;

    /// <summary>A line for each face, under a line for all.</summary>
    public static IEnumerable<string> Lines(ImmutableArray<TwinFont> fonts, Terminal terminal)
    {
        if (fonts.IsEmpty) yield break;
        var total = Kilobytes(fonts.Sum(static font => (long)font.Bytes));
        yield return terminal.Say($"  DOCX 中的字体  {total}（压缩前）", $"  fonts in the DOCX  {total} (before compression)");
        foreach (var font in fonts) yield return $"    {TerminalColumns.Harmless(font.Face),-26} {Held(font, terminal)}";
    }

    private static string Held(TwinFont font, Terminal terminal)
    {
        var rights = font.EmbeddingRights == 0 ? "fsType 0" : string.Create(CultureInfo.InvariantCulture, $"fsType 0x{font.EmbeddingRights:x4}");
        var stead = terminal.Say($"替代 {font.Substitute}", $"substitute {font.Substitute}");
        if (font.Coverage == FontCoverage.None) return terminal.Say($"未嵌入  {rights}  {stead}", $"not embedded  {rights}  {stead}");
        var glyphs = terminal.Say($"{font.Glyphs} 个字形", $"{font.Glyphs} glyphs");
        return $"{WordOf(font.Coverage)}  {glyphs}  {Kilobytes(font.Bytes)}  {rights}  {stead}";
    }

    public static void Write(Utf8JsonWriter writer, ImmutableArray<TwinFont> fonts)
    {
        writer.WriteStartArray("docxFonts");
        foreach (var font in fonts)
        {
            writer.WriteStartObject();
            writer.WriteString("face", font.Face);
            writer.WriteString("family", font.Family);
            writer.WriteString("embedded", WordOf(font.Coverage));
            writer.WriteNumber("characters", font.Characters);
            writer.WriteNumber("glyphs", font.Glyphs);
            writer.WriteNumber("bytes", font.Bytes);
            writer.WriteNumber("fsType", font.EmbeddingRights);
            writer.WriteString("substitute", font.Substitute);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The word of <c>--embed</c>.</summary>
    private static string WordOf(FontCoverage coverage) => coverage switch
    {
        FontCoverage.Used => "used",
        FontCoverage.Common => "common",
        FontCoverage.Whole => "whole",
        _ => "none",
    };

    private static string Kilobytes(long bytes) => (bytes / Kilobyte).ToString("0", CultureInfo.InvariantCulture) + " KB";
}
