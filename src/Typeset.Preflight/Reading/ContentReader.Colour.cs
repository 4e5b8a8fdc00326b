using Typeset.Core.Messages;

namespace Typeset.Preflight.Reading;

/// <content>Colours, graphics states, images and forms.</content>
internal sealed partial class ContentReader
{
    private static readonly (string Short, string Long)[] InlineKeys =
        [("BPC", "BitsPerComponent"), ("CS", "ColorSpace"), ("D", "Decode"), ("DP", "DecodeParms"), ("F", "Filter"), ("H", "Height"), ("IM", "ImageMask"), ("I", "Interpolate"), ("W", "Width")];

    private bool OperateColour(string word)
    {
        switch (word)
        {
            case "g": Fill(ColourSpace.Gray); break;
            case "G": Stroke(ColourSpace.Gray); break;
            case "rg": Fill(ColourSpace.Rgb); break;
            case "RG": Stroke(ColourSpace.Rgb); break;
            case "k": Fill(ColourSpace.Cmyk); break;
            case "K": Stroke(ColourSpace.Cmyk); break;
            case "cs": Paint(_frame.Paint with { Fill = Initial(SpaceOf(Operand(0))) }); break;
            case "CS": Paint(_frame.Paint with { Stroke = Initial(SpaceOf(Operand(0))) }); break;
            case "sc" or "scn": Fill(_frame.Paint.Fill.Space); break;
            case "SC" or "SCN": Stroke(_frame.Paint.Stroke.Space); break;
            default: return false;
        }

        return true;
    }

    private void Fill(ColourSpace space) => Paint(_frame.Paint with { Fill = new ColourValue(space, Components()) });

    private void Stroke(ColourSpace space) => Paint(_frame.Paint with { Stroke = new ColourValue(space, Components()) });

    private double[] Components() => [.. _operands.Select(static o => o.AsNumber).OfType<double>()];

    private ColourSpace SpaceOf(PdfObject name) => ColourSpace.Read(name, _resources);

    /// <summary>§8.6.5.1: black, except that spot inks begin full and CMYK black is K.</summary>
    private static ColourValue Initial(ColourSpace space) => new(space, space.Family switch
    {
        ColourFamily.DeviceCmyk => [0, 0, 0, 1],
        ColourFamily.Icc when space.Components == 4 => [0, 0, 0, 1],
        ColourFamily.Separation or ColourFamily.DeviceN => [.. Enumerable.Repeat(1.0, space.Components)],
        _ => new double[Math.Clamp(space.Components, 0, 32)],
    });

    private void PutInForce(PdfObject state)
    {
        if (state.Dictionary is not { } entries) return;
        _content.States.Add(state);
        var paint = _frame.Paint;
        if (entries["LW"].AsNumber is { } width) paint = paint with { LineWidth = width };
        if (entries["OP"].AsBoolean is { } stroke) paint = paint with { OverprintsStroke = stroke, OverprintsFill = entries["op"].AsBoolean ?? stroke };
        if (entries["op"].AsBoolean is { } fill) paint = paint with { OverprintsFill = fill };
        if (entries["OPM"].AsInteger is { } mode) paint = paint with { OverprintMode = mode };
        Paint(paint);
        if (entries["Font"] is PdfArray font) Text(_frame.Text with { Font = FontOf(font[0]), Size = font[1].AsNumber ?? 0 });
    }

    private void Shade()
    {
        var shading = Resource("Shading", Name(0));
        _content.Shadings.Add(SpaceOf(shading["ColorSpace"]));
    }

    private void DrawObject()
    {
        if (Resource("XObject", Name(0)) is not PdfStream drawn) return;
        if (drawn["Subtype"].AsName == "Form") DrawForm(drawn);
        else if (drawn["Subtype"].AsName == "Image") DrawImage(drawn, isInline: false);
    }

    private void DrawImage(PdfStream image, bool isInline)
    {
        var isMask = image["ImageMask"].AsBoolean == true;
        var space = isMask || image["ColorSpace"].IsNull ? null : SpaceOf(image["ColorSpace"]);
        _content.Images.Add(new PaintedImage(image, _frame.Ctm, space, isInline, _mark, _frame.Paint));
    }

    private void DrawForm(PdfStream form)
    {
        if (_depth >= Limits.FormNesting) throw new PdfFormatException(PreflightMessages.TooMuch, "forms in forms");
        var (frame, resources, stream, saved) = (_frame, _resources, _stream, _saved.Count);
        _frame = _frame with { Ctm = Matrix.Of(form["Matrix"]).Then(_frame.Ctm) };
        if (form["Resources"].Dictionary is { } own) _resources = own;
        (_stream, _depth) = (form.Number, _depth + 1);
        Run(_file.Decode(form).Span);
        while (_saved.Count > saved) _saved.Pop();
        (_frame, _resources, _stream, _depth) = (frame, resources, stream, _depth - 1);
    }

    private void InlineImage(ref PdfLexer lexer)
    {
        var entries = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        while (PdfSyntax.Read(ref lexer, null) is { } key and not PdfKeyword { Text: "ID" })
        {
            if (key.AsName is not { } name || PdfSyntax.Read(ref lexer, null) is not { } value) throw lexer.Damaged("an inline image is broken");
            entries[Array.Find(InlineKeys, k => k.Short == name).Long ?? name] = value;
        }

        SkipInlineData(ref lexer);
        DrawImage(new PdfStream(new PdfDictionary(null, entries), default), isInline: true);
    }

    private static void SkipInlineData(ref PdfLexer lexer)
    {
        for (lexer.Position++; !lexer.IsAtEnd; lexer.Position++)
        {
            if (lexer.StartsWith("EI"u8) && lexer.PeekAt(-1) is >= 0 and var before && PdfLexer.IsSpace((byte)before) && lexer.PeekAt(2) is var after && (after < 0 || PdfLexer.IsSpace((byte)after)))
            {
                lexer.Position += 2;
                return;
            }
        }

        throw lexer.Cut();
    }
}
