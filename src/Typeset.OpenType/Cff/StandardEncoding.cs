namespace Typeset.OpenType.Cff;

/// <summary>Adobe's Standard Encoding as names of standard strings (Adobe Technical Note 5176, appendices A and B).</summary>
internal static class StandardEncoding
{
    // Codes 161 to 251, in the order of the standard strings 96 to 149; the codes between have no character.
    private static ReadOnlySpan<byte> UpperCodes =>
    [
        161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 177, 178, 179, 180, 182, 183, 184, 185, 186, 187,
        188, 189, 191, 193, 194, 195, 196, 197, 198, 199, 200, 202, 203, 205, 206, 207, 208, 225, 227, 232, 233, 234, 235, 241, 245,
        248, 249, 250, 251,
    ];

    /// <summary>The standard string that names the character of a code; 0 (.notdef) for a code without one.</summary>
    public static int NameOf(int code) => code switch
    {
        >= 32 and <= 126 => code - 31,
        >= 161 and <= 251 => UpperCodes.IndexOf((byte)code) is var index and >= 0 ? 96 + index : 0,
        _ => 0,
    };
}
