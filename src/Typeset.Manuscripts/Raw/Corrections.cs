using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts.Raw;

/// <summary>The corrections file beside a manuscript, <c>NAME.corrections.yaml</c>: a list <c>corrections</c> of mappings with text, line, is, join, replace.</summary>
public static class Corrections
{
    /// <summary>What a corrections file’s name ends in, after the manuscript’s own.</summary>
    public const string Suffix = ".corrections.yaml";

    /// <summary>Largest line number that a correction may name.</summary>
    private const int MostLines = 100_000_000;

    /// <summary>The corrections of a file; what cannot be read is reported and left out.</summary>
    /// <param name="source">The corrections file.</param>
    /// <param name="file">Path of the manuscript as its <see cref="SourceText.Path"/> has it; empty: for any.</param>
    /// <param name="diagnostics">Takes what is wrong in the file.</param>
    public static ImmutableArray<Correction> Read(SourceText source, string file, DiagnosticBag diagnostics)
    {
        if (!YamlReader.TryRead(source, 0, source.Text.Length, diagnostics, out var root) || root is null) return [];
        if (root is not YamlMapping mapping)
        {
            diagnostics.Add(BookletMessages.NotAMapping.At(root.Span));
            return [];
        }

        var reader = new MappingReader(mapping, diagnostics);
        var read = ImmutableArray.CreateBuilder<Correction>();
        foreach (var node in reader.List("corrections"))
        {
            if (One(new MappingReader(reader.MappingOf(node, "corrections"), diagnostics), file) is { } correction) read.Add(correction);
        }

        reader.Close();
        return read.ToImmutable();
    }

    /// <summary>A role as corrections write it: <c>heading1</c>, <c>cover-title</c>.</summary>
    public static string NameOf(LineRole role)
    {
        var name = new StringBuilder();
        foreach (var c in role.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0) name.Append('-');
            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }

    private static Correction? One(MappingReader reader, string file)
    {
        var correction = new Correction(file, reader.Text("text") ?? "", reader.Whole("line", 1, MostLines), RoleOf(reader), reader.Flag("join"), reader.Text("replace") is { Length: > 0 } text ? text : null, reader.Span);
        reader.Close();
        if (correction.Text.All(char.IsWhiteSpace)) return Refused(RecoveryMessages.CorrectionWithoutText);
        return correction is { Role: null, Join: null, Replacement: null } ? Refused(RecoveryMessages.CorrectionSaysNothing) : correction;

        Correction? Refused(MessageTemplate why)
        {
            reader.Diagnostics.Add(why.At(reader.Span));
            return null;
        }
    }

    private static LineRole? RoleOf(MappingReader reader)
    {
        if (reader.Text("is") is not { } written) return null;
        foreach (var role in Enum.GetValues<LineRole>())
        {
            if (NameOf(role) == written.ToLower(CultureInfo.InvariantCulture)) return role;
        }

        reader.Diagnostics.Add(RecoveryMessages.UnknownRole.At(reader.Span, written, string.Join(", ", Enum.GetValues<LineRole>().Select(NameOf))));
        return null;
    }
}
