using System.Text;
using System.Text.RegularExpressions;

namespace Typeset.Manuscripts.Docx;

/// <summary>The fields that are open at a place of the document; they may run over paragraphs (ECMA-376 part 1, §17.16).</summary>
internal sealed partial class DocxFields
{
    private readonly Stack<Field> _open = new();

    /// <summary>What stands here is an instruction and not printed.</summary>
    public bool InInstruction => _open.Any(static open => !open.InResult);

    /// <summary>What stands here is a table of contents.</summary>
    public bool InContents => _open.Any(static open => open is { InResult: true, IsContents: true });

    /// <summary>The address that a field links its result to.</summary>
    public string? Link => _open.Select(static open => open.InResult ? open.Link : null).FirstOrDefault(static link => link is not null);

    public void Begin() => _open.Push(new Field());

    public void Instruct(string text)
    {
        if (_open.TryPeek(out var field)) field.Instruction.Append(text);
    }

    public void Separate()
    {
        if (_open.TryPeek(out var field)) field.InResult = true;
    }

    public void End() => _open.TryPop(out _);

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();
        public bool InResult { get; set; }
        public bool IsContents => Instruction.ToString().TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase);
        public string? Link => Address().Match(Instruction.ToString()) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("""\A\s*HYPERLINK\s+"([^"]+)"(?!.*\\l)""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
