namespace Typeset.Preflight.Reading;

/// <summary>The text state (ISO 32000-1 §9.3).</summary>
internal sealed record TextState
{
    public PdfFont? Font { get; init; }
    public double Size { get; init; }
    public double CharacterSpacing { get; init; }
    public double WordSpacing { get; init; }
    public double HorizontalScale { get; init; } = 1;
    public double Leading { get; init; }
    public double Rise { get; init; }
    public int Mode { get; init; }
}

/// <summary>Moves along lines of text and notes where each glyph comes to stand (ISO 32000-1 §9.4).</summary>
internal sealed class TextPen(PageContent content, int page)
{
    private Matrix _text = Matrix.Identity;
    private Matrix _line = Matrix.Identity;

    public void Begin() => _text = _line = Matrix.Identity;

    public void Set(Matrix matrix) => _text = _line = matrix;

    public void Move(double x, double y) => Set(new Matrix(1, 0, 0, 1, x, y).Then(_line));

    public void Adjust(double thousandths, TextState state)
    {
        var shift = -thousandths / 1000 * state.Size;
        Advance(state.Font is { IsVertical: true } ? (0, shift) : (shift * state.HorizontalScale, 0));
    }

    public void Show(ReadOnlySpan<byte> text, TextState state, in Matrix ctm, PaintState paint, int mark)
    {
        if (state.Font is not { } font) return;
        while (!text.IsEmpty)
        {
            var (code, bytes) = font.Next(text);
            var width = font.WidthOf(code) / 1000 * state.Size;
            Note(font, code, width, state, ctm, paint, mark);
            var spacing = state.CharacterSpacing + (bytes == 1 && text[0] == ' ' ? state.WordSpacing : 0);
            Advance(font.IsVertical ? (0, -state.Size + spacing) : ((width + spacing) * state.HorizontalScale, 0));
            text = text[bytes..];
        }
    }

    private void Note(PdfFont font, int code, double width, TextState state, in Matrix ctm, PaintState paint, int mark)
    {
        var device = _text.Then(ctm);
        var (x, y) = device.At(0, state.Rise);
        content.Glyphs.Add(new ShownGlyph(font, code, x, y, width * state.HorizontalScale * device.HorizontalScale, state.Size * device.VerticalScale, state.Mode, mark, paint));
        font.Used.TryAdd(code, new Place(page, x, y));
    }

    private void Advance((double X, double Y) by) => _text = new Matrix(1, 0, 0, 1, by.X, by.Y).Then(_text);
}
