namespace Typeset.Layout.Inline;

/// <summary>What a character is to the line rules: clreq's classes of punctuation, and as much of the rest as they ask for.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Han, kana and whatever else takes a cell of its own.</summary>
    Han,

    /// <summary>（《「【 …</summary>
    OpeningBracket,

    /// <summary>）》」】 …</summary>
    ClosingBracket,

    /// <summary>“ ‘ in Han context.</summary>
    OpeningQuote,

    /// <summary>” ’ in Han context.</summary>
    ClosingQuote,

    /// <summary>逗号、顿号、分号、冒号: ，、；：</summary>
    PauseMark,

    /// <summary>。．</summary>
    FullStop,

    /// <summary>！？</summary>
    Exclamation,

    /// <summary>间隔号 · ・ in Han context.</summary>
    MiddleDot,

    /// <summary>连接号 ～ – － in Han context.</summary>
    Connector,

    /// <summary>分隔号 ／.</summary>
    Solidus,

    /// <summary>One half of a 破折号 ——, or ⸺.</summary>
    Dash,

    /// <summary>One half of a 省略号 ……, or ⋯.</summary>
    Ellipsis,

    /// <summary>％ ‰ ℃ ￥ as wide as Han: written with a number, no gap beside them.</summary>
    UnitSign,

    /// <summary>A letter of a Western word, and what Unicode treats like one.</summary>
    Letter,

    /// <summary>A figure of a number.</summary>
    Digit,

    /// <summary>% ‰ ° ± and currency signs: written with a number.</summary>
    NumberSign,

    /// <summary>. and , which may stand inside a number.</summary>
    DecimalMark,

    /// <summary>Western punctuation that neither opens nor closes.</summary>
    WesternMark,

    /// <summary>( [ { and, in Latin context, “ ‘.</summary>
    WesternOpening,

    /// <summary>) ] } and, in Latin context, ” ’.</summary>
    WesternClosing,

    /// <summary>The space between Western words; gone at a line's end.</summary>
    WordSpace,

    /// <summary>A space that no line ends at: U+00A0, U+202F.</summary>
    HardSpace,

    /// <summary>U+3000; gone at a line's end.</summary>
    WideSpace,

    /// <summary>The mark of a note, raised; stays with the character before.</summary>
    NoteMark,

    /// <summary>Prints nothing: line breaks, zero-width spaces, joiners.</summary>
    Control,
}

/// <summary>Groups of kinds that several rules share.</summary>
internal static class CharacterKinds
{
    extension(CharacterKind kind)
    {
        /// <summary>Punctuation that takes a cell in Han context; the line rules decide about its neighbours, not UAX #14.</summary>
        public bool IsHanMark => kind is >= CharacterKind.OpeningBracket and <= CharacterKind.Ellipsis;

        /// <summary>Sits in a cell of Han text, tracked and stretched like Han.</summary>
        public bool IsCell => kind <= CharacterKind.UnitSign;

        public bool IsOpening => kind is CharacterKind.OpeningBracket or CharacterKind.OpeningQuote;

        public bool IsClosing => kind is CharacterKind.ClosingBracket or CharacterKind.ClosingQuote;

        public bool IsQuote => kind is CharacterKind.OpeningQuote or CharacterKind.ClosingQuote;

        /// <summary>点号: stops and pauses.</summary>
        public bool IsStop => kind is CharacterKind.PauseMark or CharacterKind.FullStop or CharacterKind.Exclamation;

        /// <summary>Part of a Western word or number: a letter, a figure or a sign of a number.</summary>
        public bool IsWestern => kind is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.NumberSign;

        /// <summary>Prints nothing where it ends a line.</summary>
        public bool VanishesAtLineEnd => kind is CharacterKind.WordSpace or CharacterKind.WideSpace or CharacterKind.Control;
    }
}
