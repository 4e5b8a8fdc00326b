using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Makes a booklet of raw manuscripts.</summary>
public static class Recoverer
{
    /// <summary>One booklet of all manuscripts in their order, and the report; an empty booklet and an error where they hold no text.</summary>
    public static Recovered Recover(ImmutableArray<RawManuscript> manuscripts, RecoveryOptions options, DiagnosticBag diagnostics)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var unit in manuscripts.SelectMany(static m => m.Units))
        {
            if (unit is RawLine line && !string.IsNullOrWhiteSpace(line.Text)) blocks.Add(new Paragraph(RichText.Plain(line.Text, line.Span), ParagraphRole.Body, line.Span));
            else if (unit is RawParagraph paragraph) blocks.Add(new Paragraph(paragraph.Text, ParagraphRole.Body, paragraph.Span));
            else if (unit is RawBlock block) blocks.Add(block.Block);
        }

        if (blocks.Count == 0) diagnostics.Add(RecoveryMessages.NothingToRecover.Anywhere());
        var article = new Article { Id = "01", Title = [options.Title], Blocks = blocks.ToImmutable() };
        return new Recovered(new Booklet { Title = [options.Title], Parts = [new Part("", [article])] }, new ImportReport());
    }
}
