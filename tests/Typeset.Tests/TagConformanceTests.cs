using System.Text;
using System.Text.RegularExpressions;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Originals;

namespace Typeset.Tests;

/// <summary>The tags of the reading file, as poppler reads them, against the document itself.</summary>
[Trait("Category", "Conformance")]
public sealed partial class TagConformanceTests
{
    public static TheoryData<string> Samples => [.. Workshop.Samples()];

    [Theory, MemberData(nameof(Samples))]
    public void The_structure_is_the_document(string name)
    {
        using var file = new ScratchFile(".pdf");
        var request = Workshop.Sample(name) with { Parallelism = 2 };
        var diagnostics = new DiagnosticBag();
        var result = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
        using (var output = File.Create(file.Path)) Typesetter.Write(result, request, OutputKind.Reading, output, diagnostics, CancellationToken.None);
        var read = StructureLines.Read(Program.Run("pdfinfo", "-struct-text", file.Path)).Where(static l => l.Role is not ("Sect" or "TOC" or "TOCI" or "Part" or "Document")).ToList();
        var first = read.FindIndex(static l => l.Role == "Art");
        var expected = new ExpectedStructure(result.Styled!).Lines();
        Assert.All(expected.Zip(read.Skip(first)), static pair => Assert.Equal(pair.First.ToString(), pair.Second.ToString()));
        Assert.True(read.Count - first >= expected.Count);
    }

    /// <summary>An element that holds text or parts, and its own text without space and note marks.</summary>
    private readonly record struct StructureLine(string Role, string Text)
    {
        public override string ToString() => $"{Role} {Text}";
    }

    private static string Plain(string text) => string.Concat(Manuscript.Squeeze(text).Where(static c => c is (< '①' or > '⑳') and not RichText.NoteMark and not RichText.LineBreak));

    /// <summary>Reads what <c>pdfinfo -struct-text</c> prints: elements indented by two spaces a level, texts quoted.</summary>
    private sealed partial class StructureLines
    {
        private static readonly HashSet<string> Inline = ["Link", "Reference", "Span"];

        public static List<StructureLine> Read(string printed)
        {
            var lines = new List<StructureLine>();
            var open = new Stack<(int Depth, int Line)>();
            var note = int.MaxValue;
            foreach (var line in printed.Split('\n'))
            {
                var depth = line.Length - line.TrimStart().Length;
                note = depth <= note ? line.TrimStart().StartsWith("Note", StringComparison.Ordinal) ? depth : int.MaxValue : note;
                if (note < int.MaxValue) continue;
                if (Element().Match(line) is not { Success: true } element) Add(Quoted().Match(line), depth, open, lines);
                else if (!Inline.Contains(element.Groups[1].Value)) Open(element.Groups[1].Value, depth, open, lines);
            }

            return lines;
        }

        private static void Open(string role, int depth, Stack<(int Depth, int Line)> open, List<StructureLine> lines)
        {
            while (open.TryPeek(out var top) && top.Depth >= depth) open.Pop();
            open.Push((depth, lines.Count));
            lines.Add(new(role, ""));
        }

        private static void Add(Match text, int depth, Stack<(int Depth, int Line)> open, List<StructureLine> lines)
        {
            if (!text.Success) return;
            while (open.TryPeek(out var top) && top.Depth >= depth) open.Pop();
            var at = open.Peek().Line;
            lines[at] = lines[at] with { Text = lines[at].Text + Plain(text.Groups[1].Value) };
        }

        [GeneratedRegex(@"^ *([A-Z][A-Za-z0-9]*)(?: <[^>]*>)?(?: \((?:block|inline)\))?:?$")]
        private static partial Regex Element();

        [GeneratedRegex("^ *\"(.*)\"$")]
        private static partial Regex Quoted();
    }

    /// <summary>What the tags of the articles must be, by the document model alone.</summary>
    private sealed class ExpectedStructure(StyledBooklet styled)
    {
        private readonly List<StructureLine> _lines = [];
        private readonly Stack<int> _ranks = [];
        private int _articleLevel;

        public List<StructureLine> Lines()
        {
            foreach (var part in styled.Booklet.Parts)
            {
                var hasPage = part.Title.Length > 0 && styled.Style.Pages.PartTitlePage;
                if (hasPage && _lines.Count > 0) _lines.Add(new("H1", Plain(part.Title)));
                _articleLevel = hasPage ? 2 : 1;
                foreach (var article in part.Articles) Add(article);
            }

            return _lines;
        }

        private void Add(Article article)
        {
            _ranks.Clear();
            _lines.Add(new("Art", ""));
            AddText("P", article.Mark);
            AddText($"H{_articleLevel}", string.Concat(article.Title));
            AddText("P", article.Subtitle);
            AddText("P", article.Byline);
            AddText("P", string.Concat(article.Date, article.Source));
            AddText("P", article.Note);
            foreach (var block in article.Blocks) Add(block);
        }

        private void AddText(string role, string text)
        {
            if (text.Length > 0) _lines.Add(new(role, Plain(text)));
        }

        private void Add(Block block)
        {
            switch (block)
            {
                case Paragraph paragraph: AddText("P", paragraph.Text.Text); break;
                case Heading heading: AddText($"H{Rank(Math.Clamp(heading.Level, 1, 6))}", heading.Text.Text); break;
                case Attachment attachment:
                    AddText("P", attachment.Mark);
                    if (!attachment.Title.IsEmpty) AddText($"H{Rank(0)}", attachment.Title.Text);
                    break;
                case ListBlock list: Add(list); break;
                case Quote quote:
                    _lines.Add(new("BlockQuote", ""));
                    foreach (var inner in quote.Blocks) Add(inner);
                    break;
                case Figure figure:
                    _lines.Add(new("Figure", ""));
                    AddText("Caption", figure.Caption.Text);
                    break;
                case Table table: Add(table); break;
            }
        }

        private void Add(ListBlock list)
        {
            _lines.Add(new("L", ""));
            foreach (var item in list.Items)
            {
                var lead = item.Blocks is [Paragraph first, ..] ? first.Text.Text : "";
                _lines.AddRange([new("LI", ""), new("Lbl", Plain(item.Marker)), new("LBody", Plain(lead))]);
                foreach (var inner in item.Blocks.Skip(item.Blocks is [Paragraph, ..] ? 1 : 0)) Add(inner);
            }
        }

        private void Add(Table table)
        {
            _lines.Add(new("Table", ""));
            AddText("Caption", table.Caption.Text);
            for (var r = 0; r < table.Rows.Length; r++)
            {
                if (r == 0 && table.HeaderRows > 0) _lines.Add(new("THead", ""));
                if (r == table.HeaderRows) _lines.Add(new("TBody", ""));
                _lines.Add(new("TR", ""));
                foreach (var cell in table.Rows[r].Cells) _lines.Add(new(r < table.HeaderRows ? "TH" : "TD", Plain(cell.Text)));
            }
        }

        private int Rank(int rank)
        {
            while (_ranks.TryPeek(out var above) && above >= rank) _ranks.Pop();
            _ranks.Push(rank);
            return Math.Min(6, _articleLevel + _ranks.Count);
        }
    }
}
