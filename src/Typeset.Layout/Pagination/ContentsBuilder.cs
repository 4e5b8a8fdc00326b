using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Flow;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>A line of the contents before its number is known.</summary>
internal readonly record struct ContentsLine(int Level, string Title, string Destination, SourceSpan Span);

/// <summary>Builds the flow of the contents pages: the title, then an entry a part and an article.</summary>
internal sealed class ContentsBuilder(FlowContext context, StructurePlan structure)
{
    private readonly TextFlowFactory _text = new(context, structure);

    public ImmutableArray<FlowBlock> Build(string title, ImmutableArray<ContentsLine> lines)
    {
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>(lines.Length + 1);
        var heading = structure.Add(StructureRole.Heading1, -1);
        blocks.Add(_text.Make(RichText.Plain(title, SourceSpan.None, false), TextRole.ContentsTitle, new TextPlace(heading, SourceSpan.None) { KeepWithNext = true }));
        var contents = structure.Add(StructureRole.Contents, -1);
        var parent = contents;
        foreach (var line in lines)
        {
            // Articles of a part stand in a list of their own below the part's entry.
            if (line.Level == 1) parent = contents;
            blocks.Add(Entry(line, parent));
            if (line.Level == 1) parent = structure.Add(StructureRole.Contents, contents);
        }

        return blocks.MoveToImmutable();
    }

    private ContentsFlow Entry(ContentsLine line, int parent)
    {
        var style = context.Style.Of(line.Level == 1 ? TextRole.ContentsPart : TextRole.ContentsEntry);
        var look = LookOf(style);
        var entry = style with
        {
            StartIndent = style.StartIndent + context.Style.Contents.TurnoverIndent, FirstLineIndent = -context.Style.Contents.TurnoverIndent, Alignment = Alignment.Start,
        };
        var rich = RichText.Plain(line.Title, line.Span, false);
        var broken = context.Setter.Break(rich, entry, Length.Max(context.Measure - look.NumberWidth, style.Size * 2), context.Style.Lines);
        var item = structure.Add(StructureRole.ContentsItem, parent);
        var element = structure.Add(StructureRole.Link, structure.Add(StructureRole.Reference, item));
        return new ContentsFlow(context.Setter, broken, look, line.Destination)
        {
            Structure = element, Span = line.Span, SpaceBefore = style.SpaceBefore, SpaceAfter = style.SpaceAfter,
            KeepWithNext = line.Level == 1 || style.KeepWithNext, OnGrid = style.LinePitch == context.Body.LinePitch,
        };
    }

    private ContentsLook LookOf(TextStyle style)
    {
        var contents = context.Style.Contents;
        var plain = style with { StartIndent = Length.Zero, EndIndent = Length.Zero, FirstLineIndent = Length.Zero, Alignment = Alignment.Start, Tracking = Length.Zero };
        var dot = context.Setter.Break(RichText.Plain(contents.Leader, SourceSpan.None, false), plain, Length.FromPoints(1e6), context.Style.Lines).WidthOf(0);
        return new ContentsLook(style, plain, context.Measure, contents.NumberWidth, contents.Leader, Length.Max(dot, new Length(1)), context.Style.Lines);
    }
}
