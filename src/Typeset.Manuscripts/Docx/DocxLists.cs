using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Raw.Drafts;

namespace Typeset.Manuscripts.Docx;

/// <summary>Gathers neighbouring paragraphs with bullets or plain numbers into lists; one alone stays a paragraph with its number.</summary>
internal sealed partial class DocxLists(RawDraft draft)
{
    private readonly List<Item> _items = [];

    /// <summary>Whether a number makes its paragraph an item of a list and not a heading or a numbered paragraph.</summary>
    public static bool IsItem(DocxNumber number) => number.IsBullet || PlainNumber().IsMatch(number.Text);

    public void Add(DraftText text, DocxNumber number, RawHints hints) => _items.Add(new Item(text, number, hints));

    public void Flush()
    {
        if (_items.Count == 1 && !_items[0].Number.IsBullet) draft.AddParagraph(_items[0].Text, _items[0].Hints with { Number = _items[0].Number.Text });
        else if (_items.Count > 0) AddList();
        _items.Clear();
    }

    private void AddList()
    {
        var start = draft.Position;
        var texts = _items.Select(item => draft.Place(item.Text)).ToArray();
        for (var at = 0; at < _items.Count;)
        {
            var list = Build(texts, ref at, _items[at].Number.Level, inBullets: false);
            draft.AddBlock(span => list with { Place = span }, start);
        }
    }

    /// <summary>The items from an index on that stand at a level or deeper.</summary>
    private ListBlock Build(RichText[] texts, ref int at, int level, bool inBullets)
    {
        var first = _items[at].Number;
        var items = ImmutableArray.CreateBuilder<ListItem>();
        while (at < _items.Count && _items[at].Number.Level >= level && (_items[at].Number.Level > level || _items[at].Number.IsBullet == first.IsBullet))
        {
            if (_items[at].Number.Level > level && items.Count > 0)
            {
                var inner = Build(texts, ref at, _items[at].Number.Level, inBullets || first.IsBullet);
                items[^1] = items[^1] with { Blocks = items[^1].Blocks.Add(inner) };
                continue;
            }

            var marker = first.IsBullet ? inBullets ? "–" : "•" : _items[at].Number.Text.Replace('．', '.').Replace('）', ')');
            items.Add(new ListItem(marker, [new Paragraph(texts[at], ParagraphRole.Body, SpanOf(texts[at]))], SpanOf(texts[at])));
            at++;
        }

        return new ListBlock(!first.IsBullet, first.IsBullet ? 1 : first.Value, items.ToImmutable(), default);
    }

    private static Core.SourceSpan SpanOf(RichText text) => text.IsEmpty ? default : text.Runs[0].Span.To(text.Runs[^1].Span);

    private readonly record struct Item(DraftText Text, DocxNumber Number, RawHints Hints);

    [GeneratedRegex(@"\A[0-9]{1,4}[.)．）]\z")]
    private static partial Regex PlainNumber();
}
