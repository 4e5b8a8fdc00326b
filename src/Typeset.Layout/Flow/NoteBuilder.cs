using System.Collections.Immutable;
using Typeset.Documents;
using Typeset.Pages;

namespace Typeset.Layout.Flow;

/// <summary>Builds the notes of an article, each led by its mark.</summary>
internal sealed class NoteBuilder(FlowContext context, TextFlowFactory text, StructurePlan structure)
{
    public ImmutableArray<NoteFlow> Build(ImmutableArray<Footnote> notes, int parent)
    {
        var flows = ImmutableArray.CreateBuilder<NoteFlow>(notes.Length);
        for (var i = 0; i < notes.Length; i++) flows.Add(BuildOne(notes[i], i, parent));
        return flows.MoveToImmutable();
    }

    private NoteFlow BuildOne(Footnote note, int index, int parent)
    {
        var style = context.Style.Of(TextRole.Note);
        var element = structure.Add(StructureRole.Note, parent);
        var label = structure.Add(StructureRole.ListLabel, element);
        var paragraphs = ImmutableArray.CreateBuilder<FlowBlock>(Math.Max(1, note.Paragraphs.Length));
        foreach (var paragraph in note.Paragraphs)
        {
            var rich = paragraphs.Count == 0 ? LedByMark(paragraph.Text, index) : paragraph.Text;
            if (!rich.IsEmpty) paragraphs.Add(text.Make(rich, style, context.Measure, PlaceOf(paragraph.Span, element, paragraphs.Count == 0 ? label : StructurePlan.None)));
        }

        if (paragraphs.Count == 0) paragraphs.Add(text.Make(LedByMark(RichText.Empty, index), style, context.Measure, PlaceOf(note.Span, element, label)));
        return new NoteFlow(paragraphs.ToImmutable(), element);
    }

    /// <summary>The note marks itself; its mark is its label.</summary>
    private static TextPlace PlaceOf(Core.SourceSpan span, int element, int label) => new(StructurePlan.None, span) { Label = label, InlineParent = element };

    /// <summary>The note's own mark, and a space, before its text.</summary>
    private static RichText LedByMark(RichText rich, int index)
    {
        var lead = TextFlowFactory.WithPrefix(rich, RichText.NoteMark + " ", default);
        var mark = lead.Runs[0] with { End = 1, FootnoteIndex = index };
        var space = lead.Runs[0] with { Start = 1 };
        return lead with { Runs = [mark, space, .. lead.Runs.AsSpan()[1..]] };
    }
}
