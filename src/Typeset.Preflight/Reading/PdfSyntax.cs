namespace Typeset.Preflight.Reading;

/// <summary>Puts tokens together to objects (ISO 32000-1 §7.3).</summary>
internal static class PdfSyntax
{
    /// <summary>The next object or keyword; null at the end.</summary>
    /// <param name="lexer">Stands before the object, afterwards behind it.</param>
    /// <param name="file">Whose references these are; null where there are none (content streams).</param>
    /// <exception cref="PdfFormatException">The bytes are no object, end within it, or nest too deep.</exception>
    public static PdfObject? Read(ref PdfLexer lexer, PdfFile? file) => Read(ref lexer, file, 0);

    private static PdfObject? Read(ref PdfLexer lexer, PdfFile? file, int depth)
    {
        if (depth > Limits.Nesting) throw lexer.Damaged("it nests too deep");
        switch (lexer.Peek())
        {
            case -1: return null;
            case '/': return new PdfName(lexer.Name());
            case '(': return new PdfString(lexer.LiteralString());
            case '[': return Array(ref lexer, file, depth);
            case '<' when lexer.PeekAt(1) == '<': return Dictionary(ref lexer, file, depth);
            case '<': return new PdfString(lexer.HexString(out var hasHalfByte), isHex: true) { HasHalfByte = hasHalfByte };
            case (>= '0' and <= '9') or '+' or '-' or '.': return Number(ref lexer, file);
            default: return Word(lexer.Keyword());
        }
    }

    private static PdfObject Number(ref PdfLexer lexer, PdfFile? file)
    {
        if (lexer.Number() is not { } number) return Word(lexer.Keyword());
        if (file is null || number is not { IsInteger: true, Value: >= 0 and <= int.MaxValue }) return number;
        var back = lexer.Position;
        if (lexer.Peek() is >= '0' and <= '9' && lexer.Number() is { IsInteger: true, Value: <= 65535 } generation && lexer.Peek() == 'R' && !IsRegularAt(ref lexer, 1))
        {
            lexer.Position++;
            return new PdfReference((int)number.Value, (int)generation.Value);
        }

        lexer.Position = back;
        return number;
    }

    private static bool IsRegularAt(ref PdfLexer lexer, int offset) => lexer.PeekAt(offset) is var b and >= 0 && PdfLexer.IsRegular((byte)b);

    private static PdfObject Word(string word) => word switch
    {
        "true" => new PdfBoolean(true),
        "false" => new PdfBoolean(false),
        "null" => PdfNull.Instance,
        _ => new PdfKeyword(word),
    };

    private static PdfArray Array(ref PdfLexer lexer, PdfFile? file, int depth)
    {
        lexer.Position++;
        var items = new List<PdfObject>();
        while (lexer.Peek() != ']') items.Add(Part(ref lexer, file, depth));
        lexer.Position++;
        return new PdfArray(file, items);
    }

    private static PdfDictionary Dictionary(ref PdfLexer lexer, PdfFile? file, int depth)
    {
        lexer.Position += 2;
        var entries = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        while (lexer.Peek() is var b && !(b == '>' && lexer.PeekAt(1) == '>'))
        {
            if (b < 0) throw lexer.Cut();
            if (b != '/') throw lexer.Damaged("a dictionary has a key that is no name");
            var key = lexer.Name();
            entries[key] = Part(ref lexer, file, depth);
        }

        lexer.Position += 2;
        return new PdfDictionary(file, entries);
    }

    private static PdfObject Part(ref PdfLexer lexer, PdfFile? file, int depth) => Read(ref lexer, file, depth + 1) switch
    {
        null => throw lexer.Cut(),
        PdfKeyword word => throw lexer.Damaged($"“{(word.Text.Length > 20 ? word.Text[..20] : word.Text)}” stands inside it"),
        var item => item,
    };
}
