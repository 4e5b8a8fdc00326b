using System.Buffers.Binary;
using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Images;
using Typeset.Pdf.Colour;

namespace Typeset.Pdf.Images;

/// <summary>
/// A JPEG in four inks on its way to a press: as it is where its inks are that press's and few enough; else told in the press's inks, or held
/// within its limit. What is done, and what had to be assumed, is remarked.
/// </summary>
internal sealed class CmykJpeg(ReadOnlyMemory<byte> bytes, JpegFile jpeg, PressOptions press)
{
    private const int Inks = 4;

    private readonly TotalInkLimit _limit = new(press.InkLimit);

    /// <exception cref="ImageFormatException">Its picture data is damaged.</exception>
    public EncodedImage Encode()
    {
        var (profile, remark) = ProfileOf();
        if (profile is null || press.Condition.IsOfSameConditionAs(profile)) return Held(remark);
        try
        {
            var link = InkLink.Of(profile, press.Condition, press.InkLimit);
            return Converted(link.InksOf, new ImageRemark(PressMessages.InksConverted, profile.Condition, press.Condition.Condition));
        }
        catch (IccFormatException problem)
        {
            return Held(new ImageRemark(PressMessages.InksUnknown, profile.Condition, problem.Message, press.Condition.Condition));
        }
    }

    private (IccProfile? Profile, ImageRemark? Remark) ProfileOf()
    {
        var found = EmbeddedProfile.BytesOfJpeg(bytes.Span);
        if (found.Length == 0) return (null, new ImageRemark(PressMessages.InksAssumed, press.Condition.Condition));
        try
        {
            var profile = IccProfile.Read(found);
            return profile.ColourSpace == "CMYK" ? (profile, null) : throw new IccFormatException($"it is for {profile.ColourSpace.TrimEnd()}, not for CMYK");
        }
        catch (IccFormatException problem)
        {
            return (null, new ImageRemark(PressMessages.InksUnknown, "?", problem.Message, press.Condition.Condition));
        }
    }

    /// <summary>The same inks, but for those that are too much.</summary>
    private EncodedImage Held(ImageRemark? remark)
    {
        var ink = new InkHistogram();
        ImageEncoder.Decode(bytes, jpeg, row => Count(row, ink));
        var isOver = _limit.IsExceededBy(ink.MostThatMatters);
        var held = isOver ? Converted(_limit.Hold, TooMuch(PressMessages.InkReduced, ink)) : EncodedImage.OfJpeg(bytes, jpeg);
        if (!isOver && _limit.IsExceededBy(ink.Most)) held = held with { Remarks = [TooMuch(PressMessages.InkSpecks, ink)] };
        return remark is null ? held : held with { Remarks = [remark, .. held.Remarks] };
    }

    private ImageRemark TooMuch(MessageTemplate message, InkHistogram ink)
    {
        var share = ink.ShareAbove(press.InkLimit) * 100;
        return new(message, Number(ink.Most * 100.0 / 255, "0"), Number(share, share < 0.1 ? "0.000" : "0.0"), Number(press.InkLimit, "0"));
    }

    private EncodedImage Converted(Func<uint, uint> convert, ImageRemark remark)
    {
        var plane = new PngPlane(jpeg.Width * Inks);
        ImageEncoder.Decode(bytes, jpeg, row =>
        {
            var inks = plane.Row;
            for (var at = 0; at < row.Length; at += Inks) BinaryPrimitives.WriteUInt32BigEndian(inks[at..], convert(PixelAt(row, at)));
            plane.AddRow();
        });
        return new(new ImageStream(jpeg.Width, jpeg.Height, 8, ImageColours.Cmyk, plane.Deflated())) { Remarks = [remark] };
    }

    private void Count(ReadOnlySpan<byte> row, InkHistogram ink)
    {
        for (var at = 0; at < row.Length; at += Inks) ink.Add(TotalInkLimit.SumOf(PixelAt(row, at)));
    }

    private uint PixelAt(ReadOnlySpan<byte> row, int at) => BinaryPrimitives.ReadUInt32BigEndian(row[at..]) ^ (jpeg.IsAdobe ? uint.MaxValue : 0);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
