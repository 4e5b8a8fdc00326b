using System.Text;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Tests;

public sealed class ByteWriterTests
{
    [Theory]
    [InlineData(10500, 3, "10.5 ")]
    [InlineData(0, 3, "0 ")]
    [InlineData(-5, 3, "-.005 ")]
    [InlineData(-1000, 3, "-1 ")]
    [InlineData(595276, 3, "595.276 ")]
    [InlineData(100, 0, "100 ")]
    [InlineData(99, 1, "9.9 ")]
    public void A_number_has_no_needless_digits(long value, int decimals, string expected) => Assert.Equal(expected, Text(to => to.Decimal(value, decimals)));

    [Fact]
    public void An_ASCII_text_string_is_literal_with_its_parentheses_escaped() => Assert.Equal(@"(a\(b\)\\c)", Text(to => to.Text(@"a(b)\c")));

    [Fact]
    public void Any_other_text_string_is_UTF16_with_its_mark() => Assert.Equal("<FEFF6625D842DFB7>", Text(to => to.Text("春𠮷")));

    [Theory]
    [InlineData(0xD842)]
    [InlineData(0xDFB7)]
    public void Half_a_surrogate_pair_is_a_replacement_character(int half) => Assert.Equal("<FEFF0061FFFD0062>", Text(to => to.Text("a" + (char)half + "b")));

    [Fact]
    public void A_name_escapes_what_is_not_plain() => Assert.Equal("/A#20B#23#E6#98#A5 ", Text(to => to.Name("A B#春")));

    [Fact]
    public void A_carriage_return_in_a_string_is_escaped()
    {
        var to = new ByteWriter();
        to.Escaped(13);
        Assert.Equal("\\r"u8.ToArray(), to.Written.ToArray());
    }

    [Fact]
    public void It_grows_beyond_its_capacity() => Assert.Equal(new string('x', 5000), Text(to =>
    {
        for (var i = 0; i < 5000; i++) to.Byte((byte)'x');
    }, capacity: 1));

    private static string Text(Action<ByteWriter> write, int capacity = 1024)
    {
        var to = new ByteWriter(capacity);
        write(to);
        return Encoding.ASCII.GetString(to.Written);
    }
}
