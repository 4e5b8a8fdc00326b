using Typeset.Pdf.Tests.Reading;
using Typeset.Testing;

namespace Typeset.Pdf.Tests;

public sealed class FileTests
{
    private static readonly PdfOptions Table = new() { CrossReferences = CrossReferences.Table };
    private static readonly PdfOptions Tagged = new() { Tagged = true };

    public static TheoryData<string> Files => ["small", "table", "tagged", "structured", "long"];

    [Fact]
    public void A_small_booklet_is_written_as_accepted() => Golden.Matches("small", PdfDump.Of(Written.File(Samples.Small())));

    [Fact]
    public void A_tagged_booklet_is_written_as_accepted() => Golden.Matches("structured", PdfDump.Of(Written.File(Samples.Structured(), Tagged)));

    [Theory, MemberData(nameof(Files))]
    public void Every_reference_leads_to_an_object(string name)
    {
        var file = Read(name);
        foreach (var (number, value) in file.Objects)
        {
            foreach (var reference in ReferencesIn(value)) Assert.True(file.Objects.ContainsKey(reference), $"{number} refers to {reference}");
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_number_is_an_object(string name)
    {
        var file = Read(name);
        Assert.Equal(Enumerable.Range(1, (int)((PdfToken)file.Trailer["Size"]!).Integer - 1), file.Objects.Keys);
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_object_but_the_containers_is_referred_to(string name)
    {
        var file = Read(name);
        var referred = file.Objects.Values.Append(file.Trailer).SelectMany(ReferencesIn).ToHashSet();
        Assert.Empty(file.Objects.Where(o => !referred.Contains(o.Key) && !IsContainer(o.Value)).Select(static o => o.Key));
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_dictionary_has_its_keys_once_and_in_order(string name)
    {
        foreach (var dictionary in Read(name).Objects.Values.SelectMany(DictionariesIn))
        {
            var keys = dictionary.Entries.Select(static e => e.Key).ToList();
            Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
        }
    }

    [Fact]
    public void A_table_and_streams_hold_the_same_objects() =>
        Assert.Equal(
            Read("small").Pages().Select(p => Read("small").ContentOf(p)),
            Read("table").Pages().Select(p => Read("table").ContentOf(p)));

    [Fact]
    public void A_file_with_a_table_has_no_streams_of_objects() =>
        Assert.DoesNotContain(Read("table").Objects.Values.OfType<PdfStream>(), static s => s.Dictionary.NameOf("Type") is "ObjStm" or "XRef");

    [Fact]
    public void Nodes_of_the_page_tree_have_at_most_a_hundred_kids()
    {
        var file = Written.File(Samples.Long(10_101, lines: 0));
        Assert.Equal(10_101, file.Pages().Count);
        var nodes = file.Objects.Values.OfType<PdfDictionary>().Where(static d => d.NameOf("Type") == "Pages").ToList();
        Assert.Equal(102 + 2 + 1, nodes.Count);
        Assert.All(nodes, static n => Assert.InRange(((PdfArray)n["Kids"]!).Items.Count, 1, 100));
    }

    [Fact]
    public void Every_page_names_the_node_that_holds_it()
    {
        var file = Read("long");
        foreach (var (number, node) in file.Objects.Where(static o => o.Value is PdfDictionary d && d.NameOf("Type") == "Pages"))
        {
            foreach (var kid in ((PdfArray)((PdfDictionary)node)["Kids"]!).Items) Assert.Equal(new PdfReference(number), file.Dictionary(kid)["Parent"]);
        }
    }

    [Fact]
    public void A_booklet_without_pages_is_still_a_file() => Assert.Empty(Written.File(Samples.Long(0)).Pages());

    [Fact]
    public void A_blank_page_has_a_whole_stream_of_nothing()
    {
        var file = Written.File(new BookletBuilder().Page().Build());
        var content = (PdfStream)file.Resolve(file.Pages()[0]["Contents"]);
        Assert.NotEmpty(content.Raw);
        Assert.Empty(content.Data);
    }

    [Fact]
    public void The_identifier_changes_with_the_content()
    {
        var (a, b) = (Written.File(Samples.Long(1)), Written.File(Samples.Long(1, lines: 19)));
        Assert.NotEqual(Identifier(a), Identifier(b));
        Assert.Equal(Identifier(a), Identifier(Written.File(Samples.Long(1))));
    }

    [Fact]
    public void An_untagged_file_has_no_marks_and_no_structure()
    {
        var file = Written.File(Samples.Structured());
        Assert.Null(file.Catalog["StructTreeRoot"]);
        Assert.DoesNotContain("BDC", string.Concat(file.Pages().Select(file.ContentOf)));
    }

    private static bool IsContainer(PdfObject value) => value is PdfStream stream && stream.Dictionary.NameOf("Type") is ("ObjStm" or "XRef");

    private static string Identifier(PdfFile file) => Convert.ToHexString(((PdfString)((PdfArray)file.Trailer["ID"]!).Items[0]).Bytes);

    private static PdfFile Read(string name) => name switch
    {
        "small" => Written.File(Samples.Small()),
        "table" => Written.File(Samples.Small(), Table),
        "tagged" => Written.File(Samples.Small(), Tagged),
        "structured" => Written.File(Samples.Structured(), Tagged),
        _ => Written.File(Samples.Long(130, lines: 3), Tagged),
    };

    private static IEnumerable<int> ReferencesIn(PdfObject value) => value switch
    {
        PdfReference reference => [reference.Number],
        PdfArray array => array.Items.SelectMany(ReferencesIn),
        PdfDictionary dictionary => dictionary.Entries.SelectMany(static e => ReferencesIn(e.Value)),
        PdfStream stream => ReferencesIn(stream.Dictionary),
        _ => [],
    };

    private static IEnumerable<PdfDictionary> DictionariesIn(PdfObject value) => value switch
    {
        PdfArray array => array.Items.SelectMany(DictionariesIn),
        PdfDictionary dictionary => dictionary.Entries.SelectMany(static e => DictionariesIn(e.Value)).Prepend(dictionary),
        PdfStream stream => DictionariesIn(stream.Dictionary),
        _ => [],
    };
}
