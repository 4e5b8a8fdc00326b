using System.Buffers.Binary;

namespace Typeset.Pdf.Tests.Colour;

/// <summary>The profile of a press, or of a scanner, that is not, with the smallest tables there can be: enough to tell colours from inks and inks from colours.</summary>
internal sealed record InkProfile(string Name)
{
    /// <summary>How light black alone is, of 100.</summary>
    public double BlackLightness { get; init; } = 20;

    /// <summary>Whether it is a scanner's: for RGB, with a table to colours alone.</summary>
    public bool IsRgb { get; init; }

    /// <summary>Tags left out.</summary>
    public string[] Without { get; init; } = [];

    public byte[] Bytes()
    {
        (string Name, byte[] Content)[] tags =
        [
            ("desc", [.. "desc"u8, 0, 0, 0, 0, .. Big(Name.Length + 1), .. System.Text.Encoding.ASCII.GetBytes(Name), .. new byte[81]]),
            IsRgb ? ("A2B1", Table(3, 3, LabOfRgb)) : ("A2B1", Table(4, 3, Lab)), ("B2A1", Table(3, 4, Inks)),
        ];
        if (IsRgb) tags = tags[..2];
        tags = [.. tags.Where(tag => !Without.Contains(tag.Name))];
        var directory = 128 + 4 + 12 * tags.Length;
        var body = new List<byte>();
        var entries = new List<byte>();
        foreach (var (name, content) in tags)
        {
            entries.AddRange([.. System.Text.Encoding.ASCII.GetBytes(name), .. Big(directory + body.Count), .. Big(content.Length)]);
            body.AddRange(content);
            while (body.Count % 4 != 0) body.Add(0);
        }

        var header = new byte[128];
        Big(directory + body.Count).CopyTo(header, 0);
        header[8] = 2;
        (IsRgb ? "scnrRGB Lab "u8 : "prtrCMYKLab "u8).CopyTo(header.AsSpan(12));
        "acsp"u8.CopyTo(header.AsSpan(36));
        return [.. header, .. Big(tags.Length), .. entries, .. body];
    }

    /// <summary>Of the corner of the table where each ink is full or not at all.</summary>
    private ushort[] Lab(int[] inks)
    {
        var light = 100 * (inks[3] == 1 ? BlackLightness / 100 : 1) * (1 - 0.4 * inks[0]) * (1 - 0.5 * inks[1]) * (1 - 0.1 * inks[2]);
        return [(ushort)(light * 652.8), (ushort)((128 - 30 * inks[0] + 50 * inks[1]) * 256), (ushort)((128 - 40 * inks[0] + 60 * inks[2]) * 256)];
    }

    /// <summary>Every colour a grey as light as its green.</summary>
    private static ushort[] LabOfRgb(int[] rgb) => [(ushort)(100 * rgb[1] * 652.8), 128 * 256, 128 * 256];

    private static ushort[] Inks(int[] lab) => [Full(1 - lab[1]), Full(lab[1]), Full(lab[2]), Full(1 - lab[0])];

    private static ushort Full(int ink) => (ushort)(ink * 65535);

    private static byte[] Table(int from, int to, Func<int[], ushort[]> corner)
    {
        var table = new List<byte> { 0x6D, 0x66, 0x74, 0x32, 0, 0, 0, 0, (byte)from, (byte)to, 2, 0 };
        table.AddRange(new byte[36]);
        table.AddRange([0, 2, 0, 2]);
        for (var i = 0; i < from; i++) table.AddRange([0, 0, 255, 255]);
        for (var i = 0; i < 1 << from; i++) table.AddRange(corner([.. Enumerable.Range(0, from).Select(channel => i >> (from - 1 - channel) & 1)]).SelectMany(static v => new[] { (byte)(v >> 8), (byte)v }));
        for (var i = 0; i < to; i++) table.AddRange([0, 0, 255, 255]);
        return [.. table];
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
