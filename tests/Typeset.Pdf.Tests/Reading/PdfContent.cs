using System.Text;

namespace Typeset.Pdf.Tests.Reading;

/// <summary>One operator with its operands.</summary>
internal sealed record PdfOperation(string Operator, List<PdfObject> Operands)
{
    public double Number(int index) => ((PdfToken)Operands[index]).Number;
}

/// <summary>Content streams taken apart.</summary>
internal static class PdfContent
{
    public static List<PdfOperation> Parse(byte[] data)
    {
        var syntax = new PdfSyntax(data);
        var (operations, operands) = (new List<PdfOperation>(), new List<PdfObject>());
        while (!syntax.AtEnd)
        {
            var next = syntax.Next();
            if (next is PdfToken { Text: var word } && !char.IsAsciiDigit(word[^1]))
            {
                operations.Add(new PdfOperation(word, operands));
                operands = [];
            }
            else operands.Add(next);
        }

        Assert.Empty(operands);
        return operations;
    }

    /// <summary>One operator a line; strings of CIDs in hexadecimal.</summary>
    public static string Pretty(byte[] data) => string.Join('\n', Parse(data).Select(static o => string.Join(' ', [.. o.Operands.Select(Text), o.Operator])));

    private static string Text(PdfObject value) => value switch
    {
        PdfToken token => token.Text,
        PdfName name => "/" + name.Text,
        PdfString { Bytes: [0xFE, 0xFF, ..] } text => "“" + text.Text + "”",
        PdfString cids => "<" + Convert.ToHexString(cids.Bytes) + ">",
        PdfArray array => "[" + string.Join(' ', array.Items.Select(Text)) + "]",
        PdfDictionary dictionary => "<<" + string.Join(' ', dictionary.Entries.Select(static e => "/" + e.Key + " " + Text(e.Value))) + ">>",
        _ => throw new InvalidOperationException(value.ToString()),
    };
}
