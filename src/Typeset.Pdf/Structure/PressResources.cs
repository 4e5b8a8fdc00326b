using Typeset.Pages;
using Typeset.Pdf.Colour;
using Typeset.Pdf.Content;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>What press pages refer to: the states of overprint, and the spot inks with how they look in process inks.</summary>
internal sealed class PressResources(ObjectFile file, PressColours colours)
{
    private readonly List<int> _spots = [];
    private int _overprint;
    private int _knockout;

    /// <summary>Adds what a page needs to its resources.</summary>
    public void Write(ByteWriter resources, PageContent content)
    {
        WriteSpots(resources, content);
        if (_overprint == 0) (_overprint, _knockout) = (WriteState(true), WriteState(false));
        resources.Key("ExtGState"u8).Open().Key(PressInks.KnockoutName).Reference(_knockout).Key(PressInks.OverprintName).Reference(_overprint).Close();
    }

    private void WriteSpots(ByteWriter resources, PageContent content)
    {
        if (content.Spots.Count == 0) return;
        resources.Key("ColorSpace"u8).Open();
        foreach (var (_, index) in content.Spots.OrderBy(static s => s.Value))
        {
            while (_spots.Count <= index) _spots.Add(0);
            if (_spots[index] == 0) _spots[index] = WriteSpot(content.SpotInks[index]);
            resources.Raw("/Sp"u8).Integer(index + 1).Reference(_spots[index]);
        }

        resources.Close();
    }

    /// <summary>ISO 32000-1 §8.6.6.4; the tint transform runs from paper to the full ink.</summary>
    private int WriteSpot(Ink ink)
    {
        var body = new ByteWriter().OpenArray().Name("Separation"u8).Name(ink.Spot!).Name("DeviceCMYK"u8)
            .Open().Key("C0"u8).Raw("[0 0 0 0]"u8).Key("C1"u8).OpenArray();
        PressInks.WriteInks(body, ink.Spot == PressSurround.EveryPlate ? uint.MaxValue : colours.InksOf(ink.Red, ink.Green, ink.Blue));
        return Add(body.CloseArray().Key("Domain"u8).Raw("[0 1]"u8).Key("FunctionType"u8).Integer(2).Key("N"u8).Integer(1).Close().CloseArray());
    }

    private int WriteState(bool overprints) => Add(new ByteWriter().Open().Key("OP"u8).Boolean(overprints).Key("OPM"u8).Integer(overprints ? 1 : 0)
        .Key("Type"u8).Name("ExtGState"u8).Key("op"u8).Boolean(overprints).Close());

    private int Add(ByteWriter body)
    {
        var number = file.Reserve();
        file.Add(number, body);
        return number;
    }
}
