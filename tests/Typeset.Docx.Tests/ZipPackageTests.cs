using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Typeset.Core;
using Typeset.Docx.Package;

namespace Typeset.Docx.Tests;

public sealed class ZipPackageTests
{
    private static readonly byte[] Noise = [.. Enumerable.Range(0, 300_000).Select(static i => (byte)(i * i >> 7))];

    [Fact]
    public void Another_reader_finds_every_part_whole_and_dated_1980()
    {
        using var archive = new ZipArchive(new MemoryStream(Written(static _ => { })), ZipArchiveMode.Read);
        Assert.Equal(["[Content_Types].xml", "word/empty.xml", "word/media/image1.png", "word/fonts/font1.odttf"], archive.Entries.Select(static entry => entry.FullName));
        Assert.All(archive.Entries, static entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.Equal("<Types/>", Encoding.UTF8.GetString(Read(archive.Entries[0])));
        Assert.Empty(Read(archive.Entries[1]));
        Assert.Equal(Noise, Read(archive.Entries[2]));
        Assert.Equal(Noise, Read(archive.Entries[3]));
        Assert.Equal([8, 0, Noise.Length, Noise.Length], archive.Entries.Select(static entry => entry.Length));
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(0)]
    [InlineData(1)]
    public void A_part_with_an_end_that_others_share_is_whole_and_has_its_own_sum(int length)
    {
        var end = PackedEnd.Of(Noise.AsSpan(..length));
        foreach (var own in (byte[][])[[1, 2, 3], Noise])
        {
            byte[] whole = [.. own, .. Noise.AsSpan(..length)];
            using var memory = ScratchStream.Rent();
            var part = end.Behind(own, PartKind.Font, memory);
            using var deflate = new DeflateStream(new MemoryStream(part.Deflated.ToArray()), CompressionMode.Decompress);
            var found = new MemoryStream();
            deflate.CopyTo(found);
            Assert.Equal(whole, found.ToArray());
            Assert.Equal((Crc32.HashToUInt32(whole), (long)whole.Length), (part.Checksum, part.Size));
        }
    }

    [Fact]
    public void Bytes_do_not_depend_on_when_a_writer_flushes() => Assert.Equal(Written(static _ => { }), Written(static stream => stream.Flush()));

    [Fact]
    public void Every_part_carries_its_own_sum()
    {
        var bytes = Written(static _ => { });
        bytes[bytes.AsSpan().IndexOf("[Content_Types].xml"u8) + "[Content_Types].xml".Length + 2] ^= 0x10;
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        Assert.Throws<InvalidDataException>(() => Read(archive.Entries[0]));
    }

    private static byte[] Written(Action<Stream> between)
    {
        var output = new MemoryStream();
        using (var package = new ZipPackage(output))
        {
            package.Write("[Content_Types].xml", stream =>
            {
                stream.Write("<Types"u8);
                between(stream);
                stream.Write("/>"u8);
            });
            package.Write("word/empty.xml", static _ => { });
            package.WriteStored("word/media/image1.png", Noise);
            using var memory = ScratchStream.Rent();
            package.Write("word/fonts/font1.odttf", PackedEnd.Of(Noise.AsSpan(200_000..)).Behind(Noise.AsSpan(..200_000), PartKind.Font, memory));
        }

        return output.ToArray();
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
