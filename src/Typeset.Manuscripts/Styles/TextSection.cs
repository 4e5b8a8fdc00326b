using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;

namespace Typeset.Manuscripts.Styles;

/// <summary>Reads how one kind of text is set; everything but the body is read against the body.</summary>
internal static class TextSection
{
    private const int CharacterLimit = 200;

    /// <summary>The body's type size, on which everything else stands; em and % have no meaning for it.</summary>
    public static Length ReadBodySize(StyleKeys keys) => keys.Length("size", default, LengthRange.TypeSize, 10.5.Pt);

    public static TextStyle ReadBody(StyleKeys keys, Length size, PageGeometry page)
    {
        var cell = page.Characters > 0 ? page.TypeAreaWidth / page.Characters - size : (Length?)null;
        var row = page.Lines > 0 ? page.TypeAreaHeight / page.Lines : (Length?)null;
        var units = new Units(size, size, null, size);
        var tracking = keys.LengthOrGrid("tracking", units, LengthRange.Tracking, "characters", cell) ?? Length.Zero;
        var pitch = keys.LengthOrGrid("line-pitch", units, LengthRange.Pitch, "lines", row) ?? size.Times(3, 2);
        var body = new TextStyle { Font = keys.Text("font") ?? "song", Size = size, LinePitch = pitch, Tracking = tracking };
        return ReadRest(keys, body, TextRole.Body, new Units(size, size + tracking, pitch, page.TypeAreaWidth), page);
    }

    public static TextStyle Read(StyleKeys keys, TextRole role, TextStyle body, PageGeometry page)
    {
        var size = keys.Length("size", new Units(body.Size, body.Size + body.Tracking, body.LinePitch, body.Size), LengthRange.TypeSize, DefaultSize(role, body));
        var own = new Units(size, size, body.LinePitch, size);
        var tracking = keys.Length("tracking", own, LengthRange.Tracking, size == body.Size ? body.Tracking : Length.Zero);
        var style = body with
        {
            Font = keys.Text("font") ?? body.Font,
            Size = size,
            Tracking = tracking,
            LinePitch = keys.Length("line-pitch", own, LengthRange.Pitch, DefaultPitch(size, body.LinePitch)),
        };
        return ReadRest(keys, style, role, new Units(size, size + tracking, body.LinePitch, page.TypeAreaWidth), page);
    }

    private static TextStyle ReadRest(StyleKeys keys, TextStyle style, TextRole role, Units wide, PageGeometry page)
    {
        var defaults = RoleDefaults.Of(role);
        var tall = wide with { Whole = page.TypeAreaHeight };
        style = style with
        {
            FirstLineIndent = keys.Length("first-line-indent", wide, LengthRange.Signed, Characters(defaults.Indent, wide)),
            StartIndent = keys.Length("start-indent", wide, LengthRange.Positive, Characters(defaults.Start, wide)),
            EndIndent = keys.Length("end-indent", wide, LengthRange.Positive, Characters(defaults.End, wide)),
            SpaceBefore = keys.Length("space-before", tall, LengthRange.Positive, Length.Zero),
            SpaceAfter = keys.Length("space-after", tall, LengthRange.Positive, Length.Zero),
            Alignment = (Alignment)keys.Choice("alignment", (int)defaults.Alignment, Alignments),
            KeepWithNext = keys.Flag("keep-with-next", defaults.KeepWithNext),
            KeepTogether = keys.Flag("keep-together", defaults.KeepTogether),
            Balance = keys.Flag("balance", defaults.Balance),
            MaxCharacters = keys.Whole("max-characters", 0, 0, CharacterLimit),
            Bold = keys.Flag("bold", false),
            Color = keys.Spot("spot", keys.Color("color", style.Color)),
            RunInFont = keys.Text("run-in-font"),
        };
        keys.Close();
        if (style.LinePitch < style.Size) keys.Diagnostics.Add(StyleMessages.PitchBelowSize.At(keys.PlaceOf("line-pitch"), style.Size.ToString(), style.LinePitch.ToString()));
        return style;
    }

    /// <summary>In the order of <see cref="Alignment"/>.</summary>
    private static readonly string[] Alignments = ["justify", "start", "center", "end"];

    private static Length DefaultSize(TextRole role, TextStyle body) =>
        role == TextRole.NoteMark ? new Length((long)(body.Size.Raw * RoleDefaults.NoteMarkScale)) : body.Size;

    /// <summary>The body's pitch, or as many whole body lines as type larger than that needs.</summary>
    private static Length DefaultPitch(Length size, Length bodyPitch) =>
        size <= bodyPitch ? bodyPitch : bodyPitch * ((size.Raw + bodyPitch.Raw - 1) / bodyPitch.Raw);

    private static Length Characters(decimal number, Units units) => units.Settle(new StyleLength(number, StyleUnit.Character, "")) ?? Length.Zero;
}
