using System.Collections.Immutable;
using Typeset.Documents;
using Typeset.Docx.Fonts;
using Typeset.OpenType;
using Typeset.Shaping;

namespace Typeset.Docx.Faces;

/// <summary>The faces that a document is set in, by number, with the characters that each is used for.</summary>
internal sealed class FaceBook(Func<string, FontFace?> find, ImmutableArray<string> standIns)
{
    private readonly List<UsedFace> _faces = [];
    private readonly Dictionary<FontFace, byte> _numbers = [];
    private readonly Dictionary<HouseStyle, Dictionary<VoiceKey, Voice>> _voices = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<UsedFace> Faces => _faces;

    /// <summary>The faces that the character style of leads names; null where no paragraph's lead has a font of its own.</summary>
    public Voice? LeadVoice { get; private set; }

    /// <summary>Takes the house style's first font of leads for the character style.</summary>
    public void FindLeads(HouseStyle house)
    {
        var text = Enum.GetValues<TextRole>().Select(house.Of).FirstOrDefault(static text => text.RunInFont is not null);
        if (text is not null) LeadVoice = VoiceOf(house, text.RunInFont!, text.Bold);
    }

    /// <summary>The faces of a named stack of a style, or of its bold companion; emphasized ones set Western text in italics where the stack has any.</summary>
    public Voice VoiceOf(HouseStyle style, string stack, bool bold, bool emphasized = false)
    {
        if (!_voices.TryGetValue(style, out var voices)) _voices[style] = voices = [];
        var key = new VoiceKey(stack, bold, emphasized);
        if (!voices.TryGetValue(key, out var voice)) voices[key] = voice = Make(style, key);
        return voice;
    }

    private Voice Make(HouseStyle style, VoiceKey key)
    {
        var (name, bold, emphasized) = key;
        var stack = style.Fonts.GetValueOrDefault(name) ?? new FontStack(name, [name], [], []);
        if (bold && stack.Bold is { } heavier)
        {
            stack = style.Fonts.GetValueOrDefault(heavier)?.Before(stack) ?? stack with { Han = stack.Han.Insert(0, heavier), Latin = stack.Latin.Insert(0, heavier) };
        }

        if (emphasized) stack = stack.Emphasized;
        var (han, latin, fallback) = (Numbers(stack.Han), Numbers(stack.Latin), Numbers(stack.Fallback));
        return new Voice(
            new FaceTable(this, [.. han.Concat(latin).Concat(fallback).Distinct()], TextSide.Han, style.Lines),
            new FaceTable(this, [.. latin.Concat(han).Concat(fallback).Distinct()], TextSide.Latin, style.Lines));
    }

    private IEnumerable<byte> Numbers(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (find(name) is { } face) yield return NumberOf(face);
        }
    }

    private byte NumberOf(FontFace face)
    {
        if (_numbers.TryGetValue(face, out var number)) return number;
        number = (byte)_faces.Count;
        _faces.Add(new UsedFace(face, FaceNaming.NamesOf([.. _faces.Select(static used => used.Face), face])[^1]));
        return _numbers[face] = number;
    }

    /// <summary>The number of the first face that stands in for a character; null where none has it.</summary>
    public byte? StandInFor(int codePoint)
    {
        foreach (var name in standIns)
        {
            if (find(name) is { } face && face.GlyphOf(codePoint) != 0 && _faces.Count < MostFaces) return NumberOf(face);
        }

        return null;
    }

    private const int MostFaces = 250;

    private readonly record struct VoiceKey(string Stack, bool Bold, bool Emphasized);
}

/// <summary>A face, how runs ask for it, and the characters it is used for.</summary>
internal sealed class UsedFace(FontFace face, FontNames names)
{
    public FontFace Face { get; } = face;

    /// <summary>In ascending order, so that what is made of it does not depend on the order of the text.</summary>
    public SortedSet<int> Characters { get; } = [];

    public string Family => names.Family;
    public bool IsBold => names.IsBold;
    public bool IsItalic => names.IsItalic;

    public FaceUse Use => new(Face, names, Characters);
}

/// <summary>The faces of one kind of text: for its Han characters and for its Latin ones.</summary>
internal sealed record Voice(FaceTable Han, FaceTable Latin);
