using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Typeset.Manuscripts.Yaml;

/// <summary>Grows a tree from parsing events, without recursion: depth and size are bounded before anything is built.</summary>
internal sealed class YamlTreeBuilder(SourceText source, int origin, DiagnosticBag diagnostics)
{
    private readonly Stack<Level> _levels = new();
    private readonly Dictionary<string, Anchored> _anchors = [];
    private int _count;

    public YamlNode? Root { get; private set; }

    /// <summary>Takes the next event; false ends the reading, with the reason in the bag.</summary>
    public bool Take(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case SequenceStart start: return Open(start, isMapping: false);
            case MappingStart start: return Open(start, isMapping: true);
            case SequenceEnd or MappingEnd: return Close(parsed.End);
            case Scalar scalar: return Finish(new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, SpanOf(parsed.Start, parsed.End)), scalar.Anchor, 1);
            case AnchorAlias alias: return TakeAlias(alias);
            default: return true;
        }
    }

    private bool Open(NodeEvent start, bool isMapping)
    {
        _levels.Push(new Level(isMapping, start.Anchor, start.Start, _count));
        _count++;
        if (_levels.Count <= YamlReader.DepthLimit) return true;
        return Refuse(BookletMessages.YamlTooDeep.At(SpanOf(start.Start, start.End), Number(YamlReader.DepthLimit)));
    }

    private bool Close(Mark end)
    {
        var level = _levels.Pop();
        var span = SpanOf(level.Start, end);
        YamlNode node = level.IsMapping ? new YamlMapping([.. level.Entries], span) : new YamlSequence([.. level.Items], span);
        return Finish(node, level.Anchor, _count - level.CountBefore, counted: true);
    }

    private bool TakeAlias(AnchorAlias alias)
    {
        if (_anchors.TryGetValue(alias.Value.Value, out var anchored)) return Finish(anchored.Node, AnchorName.Empty, anchored.Count);
        return Refuse(BookletMessages.UnknownAlias.At(SpanOf(alias.Start, alias.End), alias.Value.Value));
    }

    private bool Finish(YamlNode node, AnchorName anchor, int count, bool counted = false)
    {
        if (!counted) _count += count;
        if (_count > YamlReader.NodeLimit) return Refuse(BookletMessages.YamlTooLarge.At(node.Span, Number(YamlReader.NodeLimit)));
        if (!anchor.IsEmpty) _anchors[anchor.Value] = new Anchored(node, count);
        if (_levels.TryPeek(out var level)) level.Add(node, diagnostics);
        else Root ??= node;
        return true;
    }

    private bool Refuse(Diagnostic diagnostic)
    {
        diagnostics.Add(diagnostic);
        return false;
    }

    private SourceSpan SpanOf(Mark start, Mark end)
    {
        var from = Math.Min(origin + (int)start.Index, source.Text.Length);
        return source.Span(from, Math.Clamp(origin + (int)end.Index, from, source.Text.Length));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A node with a name and how many values it stands for.</summary>
    private sealed record Anchored(YamlNode Node, int Count);

    /// <summary>A list or mapping that is still open.</summary>
    private sealed class Level(bool isMapping, AnchorName anchor, Mark start, int countBefore)
    {
        private readonly HashSet<string> _keys = [];
        private YamlNode? _key;

        public bool IsMapping => isMapping;
        public AnchorName Anchor => anchor;
        public Mark Start => start;
        public int CountBefore => countBefore;
        public List<YamlNode> Items { get; } = [];
        public List<YamlEntry> Entries { get; } = [];

        public void Add(YamlNode node, DiagnosticBag diagnostics)
        {
            if (!isMapping) Items.Add(node);
            else if (_key is null) _key = node;
            else AddEntry(node, diagnostics);
        }

        private void AddEntry(YamlNode value, DiagnosticBag diagnostics)
        {
            var key = _key!;
            _key = null;
            if (key is not YamlScalar { Text: var text }) diagnostics.Add(BookletMessages.KeyNotText.At(key.Span));
            else if (!_keys.Add(text)) diagnostics.Add(BookletMessages.DuplicateKey.At(key.Span, text));
            else Entries.Add(new YamlEntry(text, key.Span, value));
        }
    }
}
