using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;
using Typeset.OpenType;
using Typeset.Pages;
using Typeset.Shaping;

namespace Typeset.Benchmarks;

/// <summary>The lines of a volume of 620,000 characters on one thread: shaped and broken; and its lines composed.</summary>
[MemoryDiagnoser]
public class BreakingBenchmarks
{
    private const int Characters = 620_000;
    private const string Prose = "我们在春天里种下一棵树，到秋天它已经高过屋檐。“真快啊！”邻居说（他七十多岁了），“2024年的时候，它还只有1.5米。”于是大家坐在树下，说起从前的事情，直到天色暗下来；";

    [Params(LineBreakMode.Word, LineBreakMode.Clreq)]
    public LineBreakMode Mode { get; set; }

    private readonly TextStyle _style = new() { Font = "song", Size = 16.Pt, LinePitch = 28.Pt, FirstLineIndent = 32.Pt };
    private LineRules _rules = new();
    private InlineSetter _setter = null!;
    private RichText[] _paragraphs = [];
    private BrokenParagraph[] _broken = [];

    [GlobalSetup]
    public void Prepare()
    {
        _rules = new LineRules { Mode = Mode };
        var fonts = Path.Combine(PhaseBenchmarks.Root(), "fonts");
        FontSource Source(string name) => new(name, name, 0, () => File.ReadAllBytes(Path.Combine(fonts, name + ".ttf")));
        var library = new FontLibrary([Source("NotoSerifSC-Regular"), Source("SourceSerif4-Regular")], new DiagnosticBag());
        _setter = new InlineSetter(Style(), library, new DiagnosticBag());
        var text = string.Concat(Enumerable.Repeat(Prose, 3));
        _paragraphs = [.. Enumerable.Range(0, Characters / text.Length).Select(i => RichText.Plain(text[(i % 40)..], SourceSpan.None))];
        Break();
    }

    [Benchmark]
    public void Break() => _broken = [.. _paragraphs.Select(text => _setter.Break(text, _style, 28.Em.At(_style.Size), _rules))];

    [Benchmark]
    public int Compose()
    {
        var items = 0;
        foreach (var paragraph in _broken)
        {
            var output = ImmutableArray.CreateBuilder<PageItem>();
            _setter.Compose(paragraph, 0, paragraph.LineCount, default, _style.LinePitch, static _ => "", output);
            items += output.Count;
        }

        return items;
    }

    private HouseStyle Style() => new()
    {
        Name = "bench",
        Page = new PageGeometry { Trim = default, HeadMargin = default, FootMargin = default, GutterMargin = default, ForeEdgeMargin = default },
        Fonts = ImmutableDictionary<string, FontStack>.Empty.Add("song", new FontStack("song", ["NotoSerifSC-Regular"], ["SourceSerif4-Regular"], [])),
        Text = TextStyles.None,
        Lines = _rules, Pages = new PageRules(), Cover = new CoverStyle(), Contents = new ContentsStyle(), Furniture = new FurnitureStyle(),
        Footnotes = new FootnoteStyle(), Tables = new TableStyle(), Figures = new FigureStyle(), ArticleHeader = new HeaderStyle(),
    };
}
