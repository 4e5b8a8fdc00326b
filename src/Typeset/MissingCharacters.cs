using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Layout.Pagination;

namespace Typeset;

/// <summary>What becomes of files in which characters that no font has would stand as □; all of them are told of in any case.</summary>
public enum MissingCharacters
{
    /// <summary>Files to read and edit are written; those for the press and the archive, which nobody can mend afterwards, are not. The default.</summary>
    BoxWhereMendable,

    /// <summary>All files are written.</summary>
    Box,

    /// <summary>No file is written.</summary>
    Stop,
}

/// <summary>Keeps back the files that are not to have □ for a character.</summary>
internal static class MissingCharacterCheck
{
    /// <summary>So many characters are named; the warnings of the layout name them all.</summary>
    private const int MostNamed = 20;

    public static void Tell(BookletLayout layout, MissingCharacters policy, OutputKind kind, DiagnosticBag diagnostics)
    {
        if (policy == MissingCharacters.Box || (policy == MissingCharacters.BoxWhereMendable && kind is OutputKind.Reading or OutputKind.Docx)) return;
        var missing = layout.MissingCharacters();
        if (!missing.IsEmpty) diagnostics.Add(FontMessages.BoxesInFile.Anywhere(Names(missing), OutputKinds.NameOf(kind)));
    }

    private static string Names(ImmutableArray<int> characters)
    {
        var names = string.Join(' ', characters.Take(MostNamed).Select(static code => $"{char.ConvertFromUtf32(code)} (U+{code.ToString("X4", CultureInfo.InvariantCulture)})"));
        return characters.Length > MostNamed ? names + " …" : names;
    }
}
