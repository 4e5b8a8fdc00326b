using System.IO.Compression;
using System.Text;
using Typeset.Core;
using Typeset.Preflight.Clauses;
using Typeset.Preflight.Reading;
using Typeset.Preflight.Tests.Mutation;

namespace Typeset.Preflight.Tests;

/// <summary>Whatever the bytes, a check ends soon, with findings or with a message.</summary>
public sealed class HostileFileTests
{
    /// <summary>More with <c>TYPESET_FUZZ_ROUNDS</c>.</summary>
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("TYPESET_FUZZ_ROUNDS"), out var rounds) ? rounds : 60;

    private static readonly ClauseList[] Everything = [.. ClauseLists.Keys.Select(static key => ClauseLists.Named(key)!)];

    [Theory]
    [InlineData("reading")]
    [InlineData("a-1b")]
    [InlineData("x-4")]
    public void Damaged_bytes_end_in_findings_or_in_a_message(string kind)
    {
        var whole = GoodFiles.Of("gongwen-jianghua", kind).Pdf;
        var random = new Random(20260131);
        for (var round = 0; round < Rounds; round++) Check(Damage(whole, random));
    }

    [Theory]
    [InlineData("reading")]
    [InlineData("a-1b")]
    [InlineData("x-1a")]
    public void Objects_put_in_each_others_places_end_in_findings_or_in_a_message(string kind)
    {
        var random = new Random(20260201);
        var (rounds, found) = (Rounds / 3, 0);
        for (var round = 0; round < rounds; round++)
        {
            var graph = PdfGraph.Read(GoodFiles.Of("gongwen-jianghua", kind).Pdf);
            var objects = graph.Objects.ToArray();
            for (var i = random.Next(1, 40); i > 0; i--) Exchange(objects[random.Next(objects.Length)], objects, random);
            found += Check(graph.Write()) is { Findings.Length: > 0 } ? 1 : 0;
        }

        Assert.InRange(found, rounds / 4, rounds);
    }

    [Theory]
    [InlineData("", "TS8001")]
    [InlineData("hello", "TS8001")]
    [InlineData("%PDF-1.7\n", "TS8003")]
    [InlineData("%PDF-1.7\nstartxref\n999999999999\n%%EOF", "TS8003")]
    [InlineData("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 5 0 R/Prev 9>>\nstartxref\n9\n%%EOF", "TS8003")]
    [InlineData("%PDF-1.7\nxref\n0 99999999999\ntrailer<<>>\nstartxref\n9\n%%EOF", "TS8003")]
    [InlineData("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 5 0 R/Encrypt 6 0 R>>\nstartxref\n9\n%%EOF", "TS8002")]
    public void What_is_no_sound_file_is_told_so(string text, string id) => Assert.Equal(id, Assert.Single(Check(Encoding.Latin1.GetBytes(text)).Unread).Id);

    [Fact]
    public void A_tree_of_pages_that_leads_back_to_itself_is_told() =>
        Assert.Contains("TS8008", Unread("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"));

    [Fact]
    public void A_node_with_millions_of_the_same_kid_is_not_walked_to_its_end() =>
        Assert.Contains("TS8007", Unread("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[" + string.Concat(Enumerable.Repeat("3 0 R ", 200_000)) + "]>>", "<</Type/Page/MediaBox[0 0 9 9]>>"));

    [Fact]
    public void Arrays_nested_without_end_are_told() => Assert.Contains("TS8004", Unread("<</Type/Catalog/Pages 2 0 R>>", new string('[', 500_000)));

    [Fact]
    public void A_string_without_end_is_told() => Assert.Contains("TS8004", Unread("<</Type/Catalog/Pages 2 0 R>>", "(" + new string('(', 500_000)));

    [Fact]
    public void Numbers_beyond_measure_are_no_numbers() =>
        Assert.Contains("TS8004", Unread("<</Type/Catalog/Pages 2 0 R>>", "<</Kids[" + new string('9', 4000) + "]>>"));

    [Fact]
    public void A_stream_that_grows_without_end_is_told()
    {
        var bomb = Deflated(new byte[Limits.DecodedStream + 1_000_000]);
        Assert.Contains("TS8007", Unread(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R/MediaBox[0 0 9 9]>>", Stream(bomb, "/Filter/FlateDecode")]));
    }

    [Fact]
    public void A_form_that_draws_itself_is_told() =>
        Assert.Contains("TS8007", Unread("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>>>",
            Stream("/F Do"u8.ToArray(), ""), Stream("/F Do /F Do"u8.ToArray(), "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</F 5 0 R>>>>")));

    [Fact]
    public void Forms_that_draw_each_other_again_and_again_come_to_an_end()
    {
        var objects = new List<string> { "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>>>", Stream("/F Do"u8.ToArray(), "") };
        for (var i = 5; i < 24; i++) objects.Add(Stream(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("/F Do ", 100))), $"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</F {i + 1} 0 R>>>>"));
        Assert.Contains("TS8007", Unread([.. objects]));
    }

    [Fact]
    public void A_structure_that_leads_back_to_itself_is_told() =>
        Assert.Contains("TS8004", Unread("<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/MediaBox[0 0 9 9]>>", "<</K 5 0 R>>", "<</S/Document/K[6 0 R]>>", "<</S/Sect/K[5 0 R]>>"));

    [Fact]
    public void A_length_that_needs_itself_is_told() =>
        Assert.Contains("TS8004", Unread("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R/MediaBox[0 0 9 9]>>", "<</Length 4 0 R>>\nstream\nx\nendstream"));

    [Fact]
    public void Metadata_with_a_document_type_are_not_expanded()
    {
        const string laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">&b;</x:xmpmeta>";
        var report = Check(File("<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/MediaBox[0 0 9 9]>>", Stream(Encoding.UTF8.GetBytes(laughs), "/Type/Metadata/Subtype/XML")));
        Assert.Contains("A1b-6.7.9-1", report.Findings.Select(static f => f.Clause.Id));
    }

    [Fact]
    public void Font_widths_over_every_code_again_and_again_are_told() =>
        Assert.Contains("TS8007", Unread("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>>>>>", Stream("/F 9 Tf"u8.ToArray(), ""),
            "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[" + string.Concat(Enumerable.Repeat("0 65535 500 ", 50_000)) + "]>>]>>"));

    [Fact]
    public void A_mistake_made_a_thousand_times_is_listed_a_hundred_times_and_counted()
    {
        var rules = string.Concat(Enumerable.Range(0, 1000).Select(static i => $"{i} 0 50 0.1 re f "));
        var report = Check(File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R/MediaBox[0 0 9 9]>>", Stream(Encoding.Latin1.GetBytes(rules), "")));
        Assert.Equal(100, report.Findings.Count(static f => f.Clause.Id == "P-rule"));
        Assert.Equal(900, Assert.Single(report.Unlisted, static u => u.Clause.Id == "P-rule").Count);
    }

    private static string[] Unread(params string[] objects) => [.. Check(File(objects)).Unread.Select(static d => d.Id)];

    private static PdfReport Check(byte[] pdf)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var report = PdfCheck.Run(pdf, [.. Everything], new PrintOrder(), deadline.Token);
        Assert.All(report.Unread, static problem => Assert.NotEmpty(problem.Message(Language.Chinese)));
        return report;
    }

    private static byte[] File(params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(text.Length);
            text.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = text.Length;
        text.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) text.Append($"{offset:D10} 00000 n \n");
        return Encoding.Latin1.GetBytes(text.Append($"trailer\n<</Root 1 0 R/Size {objects.Length + 1}>>\nstartxref\n{start}\n%%EOF\n").ToString());
    }

    private static string Stream(byte[] data, string entries) => $"<</Length {data.Length}{entries}>>\nstream\n{Encoding.Latin1.GetString(data)}\nendstream";

    private static byte[] Deflated(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest)) deflate.Write(data);
        return packed.ToArray();
    }

    private static void Exchange(PdfObject item, PdfObject[] objects, Random random)
    {
        if (item is PdfArray { Raw.Count: > 0 and var count } array) array.Raw[random.Next(count)] = Any(objects, random);
        if (item.Dictionary is not { Raw.Count: > 0 } entries) return;
        var key = entries.Raw.Keys.ElementAt(random.Next(entries.Raw.Count));
        if (random.Next(8) == 0) entries.Raw.Remove(key);
        else if (entries.Raw[key] is PdfArray or PdfDictionary && random.Next(2) == 0) Exchange(entries.Raw[key], objects, random);
        else entries.Raw[key] = Any(objects, random);
    }

    private static PdfObject Any(PdfObject[] objects, Random random) => random.Next(9) switch
    {
        0 => PdfNull.Instance,
        1 => new PdfNumber(random.Next(-5, 5), true),
        2 => new PdfNumber(1e15 * (random.NextDouble() - 0.5), true),
        3 => new PdfNumber(random.NextDouble(), false),
        4 => new PdfName(random.Next(2) == 0 ? "Identity-H" : "Nothing"),
        5 => new PdfString([0xFE, 0xFF, 0xD8]),
        6 => new PdfArray(null, [new PdfNumber(1, true)]),
        _ => new PdfReference(objects[random.Next(objects.Length)].Number, 0),
    };

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        switch (random.Next(4))
        {
            case 0: return bytes[..random.Next(bytes.Length)];
            case 1:
                var from = random.Next(bytes.Length);
                return [.. bytes[..from], .. bytes[Math.Min(bytes.Length, from + random.Next(1, 2000))..]];
            default:
                for (var i = random.Next(1, 200); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }
}
