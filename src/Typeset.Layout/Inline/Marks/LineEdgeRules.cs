using Typeset.Documents;

namespace Typeset.Layout.Inline;

/// <summary>行首行尾禁则 and 符号分离禁则: which marks begin no line, which end none, which pairs are never parted (clreq, prohibition rules).</summary>
internal readonly struct LineEdgeRules(ProhibitionLevel level, LineBreakMode mode)
{
    /// <summary>May a line break fall between the two, as far as these rules go? Only asked where one of them is a mark of Han text.</summary>
    public bool Parts(CharacterKind before, CharacterKind after) =>
        !IsUnit(before, after) && !ForbiddenAtEnd(before) && !ForbiddenAtStart(after);

    /// <summary>—— and …… are one mark each; at every level.</summary>
    public static bool IsUnit(CharacterKind before, CharacterKind after) =>
        before == after && before is (CharacterKind.Dash or CharacterKind.Ellipsis);

    public bool ForbiddenAtStart(CharacterKind kind) => level != ProhibitionLevel.None && kind switch
    {
        CharacterKind.Dash => level == ProhibitionLevel.Strict,
        CharacterKind.Ellipsis => level == ProhibitionLevel.Strict || mode == LineBreakMode.Word,
        CharacterKind.MiddleDot or CharacterKind.Connector or CharacterKind.Solidus => true,
        CharacterKind.WesternClosing => true,
        _ => kind.IsClosing || kind.IsStop,
    };

    public bool ForbiddenAtEnd(CharacterKind kind) => level != ProhibitionLevel.None && kind switch
    {
        CharacterKind.Solidus => level >= ProhibitionLevel.Gb,
        CharacterKind.WesternOpening => true,
        _ => kind.IsOpening,
    };
}
