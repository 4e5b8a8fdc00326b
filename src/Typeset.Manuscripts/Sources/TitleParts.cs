using System.Collections.Immutable;

namespace Typeset.Manuscripts.Sources;

/// <summary>The parts of a title: list items, or the lines of one text.</summary>
internal static class TitleParts
{
    public static ImmutableArray<string> Of(ImmutableArray<string> written) =>
        [.. written.SelectMany(static text => text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
