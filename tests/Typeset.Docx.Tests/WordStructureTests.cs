using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Typeset.Originals;

namespace Typeset.Docx.Tests;

/// <summary>What no schema says and Word holds a document to: it repairs, merges or refuses what is otherwise.</summary>
public sealed class WordStructureTests
{
    public static TheoryData<string> Samples => [.. Workshop.Samples()];

    [Fact]
    public void Two_tables_with_nothing_between_them_are_parted_by_a_paragraph()
    {
        using var document = ScratchTwin.Write("前。\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n\n<!-- -->\n\n| 丙 | 丁 |\n| --- | --- |\n| 三 | 四 |").Open();
        var tables = document.MainDocumentPart!.Document!.Body!.Elements<Table>().ToArray();
        Assert.Equal(2, tables.Length);
        Assert.IsType<Paragraph>(tables[0].NextSibling());
        Assert.IsType<Paragraph>(tables[1].NextSibling());
    }

    [Fact]
    public void A_table_wider_than_Word_opens_is_told_of_at_its_place()
    {
        var row = "|" + string.Concat(Enumerable.Repeat("a|", 64));
        var twin = ScratchTwin.Write(row + "\n|" + string.Concat(Enumerable.Repeat("-|", 64)) + "\n" + row);
        Assert.EndsWith(":5:1", Assert.Single(twin.Diagnostics.Sorted(), static d => d.Id == "TS6104").Span.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Ids_are_unique_and_all_that_is_referred_to_is_there(string sample)
    {
        using var document = Twin.OfSample(sample).Open();
        var main = document.MainDocumentPart!;
        var body = main.Document!.Body!;
        AssertUnique(body.Descendants<BookmarkStart>().Select(static mark => mark.Id!.Value!));
        AssertUnique(body.Descendants<BookmarkStart>().Select(static mark => mark.Name!.Value!));
        AssertUnique(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Select(static drawing => drawing.Id!.Value));
        AssertUnique(main.NumberingDefinitionsPart!.Numbering!.Elements<AbstractNum>().Select(static list => list.Nsid!.Val!.Value!));
        AssertUnique(main.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(static style => style.StyleName!.Val!.Value!));
        Assert.Subset(body.Descendants<BookmarkStart>().Select(static mark => mark.Name!.Value!).ToHashSet(), body.Descendants<Hyperlink>().Where(static link => link.Anchor is not null).Select(static link => link.Anchor!.Value!).ToHashSet());
        Assert.Subset(main.StyleDefinitionsPart.Styles.Elements<Style>().Select(static style => style.StyleId!.Value!).ToHashSet(), StylesIn(main).ToHashSet());
        Assert.Equal(body.Descendants<FootnoteReference>().Select(static note => note.Id!.Value), main.FootnotesPart?.Footnotes!.Elements<Footnote>().Select(static note => note.Id!.Value).Where(static id => id > 0) ?? []);
        Assert.DoesNotContain(body.Descendants<Table>(), static table => table.NextSibling() is not Paragraph);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Fields_open_and_close_in_their_order_and_wait_for_no_update(string sample)
    {
        using var document = Twin.OfSample(sample).Open();
        var depth = 0;
        foreach (var field in document.MainDocumentPart!.Document!.Descendants<FieldChar>())
        {
            Assert.Null(field.Dirty);
            depth += field.FieldCharType!.Value == FieldCharValues.Begin ? 1 : field.FieldCharType.Value == FieldCharValues.End ? -1 : 0;
            Assert.InRange(depth, 0, 2);
        }

        Assert.Equal(0, depth);
        Assert.Null(document.MainDocumentPart.DocumentSettingsPart!.Settings!.GetFirstChild<UpdateFieldsOnOpen>());
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_table_s_grid_is_as_wide_as_its_cells_and_its_rows_have_a_cell_for_each_column(string sample)
    {
        using var document = Twin.OfSample(sample).Open();
        foreach (var table in document.MainDocumentPart!.Document!.Descendants<Table>())
        {
            var grid = table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(static column => column.Width!.Value!).ToArray();
            Assert.Equal(table.GetFirstChild<TableProperties>()!.TableWidth!.Width!.Value, $"{grid.Sum(int.Parse)}");
            Assert.All(table.Elements<TableRow>(), row => Assert.Equal(grid, row.Elements<TableCell>().Select(static cell => cell.TableCellProperties!.TableCellWidth!.Width!.Value!)));
            Assert.All(table.Descendants<TableCell>(), static cell => Assert.IsType<Paragraph>(cell.LastChild));
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void Every_part_has_a_content_type_and_every_relationship_a_part(string sample)
    {
        using var package = new ZipArchive(new MemoryStream(Twin.OfSample(sample).Bytes));
        var names = package.Entries.Select(static entry => "/" + entry.FullName).ToHashSet();
        var types = Xml(package, "[Content_Types].xml").Root!.Elements().ToArray();
        Assert.Subset(names, types.Select(static type => type.Attribute("PartName")?.Value).OfType<string>().ToHashSet());
        var extensions = types.Select(static type => type.Attribute("Extension")?.Value).OfType<string>().ToHashSet();
        Assert.All(names, name => Assert.Contains(name[(name.LastIndexOf('.') + 1)..], extensions));
        foreach (var relationships in names.Where(static name => name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            var folder = relationships[..relationships.LastIndexOf("_rels/", StringComparison.Ordinal)];
            var inside = Xml(package, relationships[1..]).Root!.Elements().Where(static one => one.Attribute("TargetMode") is null).ToArray();
            Assert.All(inside, one => Assert.Contains(folder + one.Attribute("Target")!.Value, names));
            AssertUnique(inside.Select(static one => one.Attribute("Id")!.Value));
        }
    }

    private static XDocument Xml(ZipArchive package, string name)
    {
        using var stream = package.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }

    private static IEnumerable<string> StylesIn(MainDocumentPart main)
    {
        OpenXmlElement?[] roots = [main.Document, main.FootnotesPart?.Footnotes, .. main.HeaderParts.Select(static part => part.Header), .. main.FooterParts.Select(static part => part.Footer)];
        foreach (var element in roots.OfType<OpenXmlElement>().SelectMany(static root => root.Descendants()))
        {
            if (element is ParagraphStyleId { Val.Value: { } paragraph }) yield return paragraph;
            if (element is RunStyle { Val.Value: { } run }) yield return run;
        }
    }

    private static void AssertUnique<T>(IEnumerable<T> ids)
    {
        var all = ids.ToArray();
        Assert.Equal(all.Distinct().Count(), all.Length);
    }
}
