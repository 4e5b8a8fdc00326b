using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Typeset.Pdf.Tests.Colour;

/// <summary>Profiles come from anywhere.</summary>
public sealed class HostileProfileTests
{
    private static readonly byte[] Good = IccProfile.Fogra39.Bytes.ToArray();

    [Fact]
    public void A_good_profile_is_named_as_it_names_itself() => Assert.Equal("FOGRA39L Coated", IccProfile.ReadPress(Good).Condition);

    [Fact]
    public void A_profile_of_screens_is_refused() =>
        Assert.Contains("output device", Assert.Throws<IccFormatException>(() => IccProfile.ReadPress(IccProfile.Srgb.Bytes)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    public void What_is_no_profile_is_refused(string text) =>
        Assert.Throws<IccFormatException>(() => IccProfile.ReadPress(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        for (var length = 0; length < Good.Length; length += 997) Assert.Throws<IccFormatException>(() => IccProfile.ReadPress(Good.AsMemory(0, length)));
    }

    [Property(MaxTest = 300)]
    public Property Damage_is_refused_or_does_no_harm() => Prop.ForAll(
        ArbMap.Default.ArbFor<(uint, byte)[]>(), damages =>
        {
            var bytes = (byte[])Good.Clone();
            foreach (var (place, value) in damages) bytes[place % (place % 2 == 0 ? 1024u : (uint)bytes.Length)] = value;
            try
            {
                var profile = IccProfile.ReadPress(bytes);
                Pdf.Colour.PressColours.Of(profile, IccProfile.Srgb, 300).InksOf(200, 16, 46);
            }
            catch (IccFormatException)
            {
                return;
            }
        });

    private static readonly byte[] OtherPress = new InkProfile("Other").Bytes(), Scanner = new InkProfile("Scanner") { IsRgb = true }.Bytes();

    /// <summary>Places are those of headers, tags and tables: small profiles have little else.</summary>
    [Property(MaxTest = 500)]
    public Property Damage_in_the_profiles_of_pictures_is_refused_or_does_no_harm() => Prop.ForAll(
        ArbMap.Default.ArbFor<(uint, byte)[]>(), damages =>
        {
            Use(Damaged(OtherPress, damages), static profile => Pdf.Colour.InkLink.Of(profile, IccProfile.Fogra39, 300).InksOf(0x10203040));
            Use(Damaged(Scanner, damages), static profile => Pdf.Colour.PressColours.Of(IccProfile.Fogra39, profile, 300).InksOf(200, 16, 46));
        });

    private static byte[] Damaged(byte[] profile, (uint Place, byte Value)[] damages)
    {
        var bytes = (byte[])profile.Clone();
        foreach (var (place, value) in damages) bytes[place % (uint)bytes.Length] = value;
        return bytes;
    }

    private static void Use(byte[] bytes, Func<IccProfile, uint> use)
    {
        try
        {
            use(IccProfile.Read(bytes));
        }
        catch (IccFormatException)
        {
            // Refused, as it may be.
        }
    }
}
