namespace Typeset.OpenType.Subsetting;

/// <summary>Writes numbers as charstrings hold them (Adobe Technical Note 5177, §3.2), in the fewest bytes.</summary>
internal static class Type2Number
{
    public static void Write(FontWriter writer, int value)
    {
        switch (value)
        {
            case >= -107 and <= 107:
                writer.U8(value + 139);
                break;
            case >= 108 and <= 1131:
                writer.U8(247 + (value - 108) / 256);
                writer.U8((value - 108) % 256);
                break;
            case >= -1131 and <= -108:
                writer.U8(251 + (-value - 108) / 256);
                writer.U8((-value - 108) % 256);
                break;
            default:
                writer.U8(28);
                writer.U16(value);
                break;
        }
    }

    /// <summary>A number with a fraction, to 1/65536; charstrings hold nothing finer.</summary>
    public static void Write(FontWriter writer, double value)
    {
        if (value == Math.Floor(value) && Math.Abs(value) <= short.MaxValue)
        {
            Write(writer, (int)value);
            return;
        }

        writer.U8(255);
        writer.U32((uint)(int)Math.Clamp(Math.Round(value * 65536), int.MinValue, int.MaxValue));
    }
}
