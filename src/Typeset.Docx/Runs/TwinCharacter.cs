namespace Typeset.Docx.Runs;

/// <summary>What a character is to a word processor's line breaker.</summary>
internal enum CharacterRole : byte { Han, Latin, Space, Note, HardBreak, Invisible }

/// <summary>What is special about a character at a line's edge or in a run.</summary>
[Flags]
internal enum CharacterTraits : ushort
{
    None = 0,

    /// <summary>Begins no line of ours; word processors keep it with what stands before.</summary>
    Closes = 1,

    /// <summary>Ends no line.</summary>
    Opens = 2,

    /// <summary>May hang past the measure.</summary>
    Hangs = 4,

    /// <summary>Set in the East Asian face only where the run says so (<c>w:hint</c>).</summary>
    WantsHint = 8,

    /// <summary>Set in the Latin face only where the run does not say so.</summary>
    RefusesHint = 16,

    /// <summary>A Latin letter or digit, beside which space is set off from Han.</summary>
    Alphanumeric = 32,

    /// <summary>An ambiguous mark behind Latin text, or one taken for Latin: some programs set it in the Latin face whatever the hint.</summary>
    BehindLatin = 64,

    /// <summary>Western, and begins a line behind a closing mark, where only the rules of Chinese let a line break.</summary>
    HeadsLine = 128,

    /// <summary>A closing mark that LibreOffice lets begin a line.</summary>
    BeginsInSome = 256,

    /// <summary>Western, and set in an italic face.</summary>
    Slanted = 512,

    /// <summary>Of the lead of its paragraph, which has a face of its own.</summary>
    Leads = 1024,

    /// <summary>A curly quote: beside Western characters Unicode lets no line break fall next to one (UAX #14 LB19).</summary>
    Quotes = 2048,

    /// <summary>An East Asian sign that is no letter (㎡, №): programs differ in whether they set it off from Latin.</summary>
    Sign = 4096,

    /// <summary>Runs from right to left, or stands in what does (<c>w:rtl</c>).</summary>
    RightToLeft = 8192,

    /// <summary>Of a script that word processors set in the face for complex scripts (<c>w:cs</c>).</summary>
    Complex = 16384,
}

/// <summary>One character of a paragraph as a word processor will see it. Widths are thousandths of a twip.</summary>
internal struct TwinCharacter
{
    /// <summary>Where it starts in the text, in UTF-16 units, and how many it takes.</summary>
    public int Start;
    public int Length;

    /// <summary>Which of the text's runs it belongs to; −1 for a list's or note's mark before the text.</summary>
    public int Run;
    public int Narrowest;
    public int Widest;

    /// <summary>Its face in the face book.</summary>
    public byte Face;
    public CharacterRole Role;
    public CharacterTraits Traits;

    public readonly bool Is(CharacterTraits trait) => (Traits & trait) != 0;
}
