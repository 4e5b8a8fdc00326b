namespace Typeset.Preflight.Reading;

/// <summary>How things are painted (ISO 32000-1 §8.4.1); shared by all that is painted the same way.</summary>
internal sealed record PaintState
{
    public ColourValue Fill { get; init; } = ColourValue.Black;
    public ColourValue Stroke { get; init; } = ColourValue.Black;
    public bool OverprintsFill { get; init; }
    public bool OverprintsStroke { get; init; }
    public int OverprintMode { get; init; }

    /// <summary>In the units of the matrix in force.</summary>
    public double LineWidth { get; init; } = 1;
}

/// <summary>A glyph shown: its font and code, its origin and advance in points of default user space, its size there.</summary>
/// <param name="Font">The font.</param>
/// <param name="Code">The code shown.</param>
/// <param name="X">The origin, to the right.</param>
/// <param name="Y">The origin, upwards.</param>
/// <param name="Advance">How far the pen goes by the declared width, without spacing; along the line.</param>
/// <param name="Size">The type size as printed.</param>
/// <param name="Mode">The rendering mode (§9.3.6); 3 is invisible.</param>
/// <param name="Mark">The mark it stands in, an index of <see cref="PageContent.Marks"/>; −1 for none.</param>
/// <param name="State">How it is painted.</param>
internal readonly record struct ShownGlyph(PdfFont Font, int Code, double X, double Y, double Advance, double Size, int Mode, int Mark, PaintState State);

/// <summary>A path painted: its box, whether filled and stroked, and the thickness of its stroke in points.</summary>
internal readonly record struct PaintedPath(Box Box, bool IsFilled, bool IsStroked, double StrokeWidth, int Segments, int Mark, PaintState State);

/// <summary>An image painted: its dictionary, inline or not, and its matrix to default user space.</summary>
internal readonly record struct PaintedImage(PdfStream Image, Matrix Matrix, ColourSpace? Space, bool IsInline, int Mark, PaintState State);

/// <summary>A stretch of marked content (ISO 32000-1 §14.6).</summary>
/// <param name="Tag">What it is called.</param>
/// <param name="Properties">Its property list; empty where it has none.</param>
/// <param name="Parent">The mark around it; −1 for none.</param>
/// <param name="Stream">The object number of the form it stands in; 0 for the page itself.</param>
internal sealed record ContentMark(string Tag, PdfObject Properties, int Parent, int Stream)
{
    public int? Id => Properties["MCID"].AsInteger;
    public bool IsArtifact => Tag == "Artifact";
}

/// <summary>All that a page's content paints, in paint order.</summary>
internal sealed class PageContent
{
    public List<ShownGlyph> Glyphs { get; } = [];
    public List<PaintedPath> Paths { get; } = [];
    public List<PaintedImage> Images { get; } = [];
    public List<ContentMark> Marks { get; } = [];

    /// <summary>Graphics state dictionaries that were put in force.</summary>
    public List<PdfObject> States { get; } = [];

    /// <summary>Shadings painted with their colour spaces, and spaces of patterns.</summary>
    public List<ColourSpace> Shadings { get; } = [];

    /// <summary>Operators that ISO 32000 does not know.</summary>
    public List<string> UnknownOperators { get; } = [];

    /// <summary>Resources named but not there.</summary>
    public List<string> MissingResources { get; } = [];

    /// <summary>Rendering intents set.</summary>
    public List<string> Intents { get; } = [];

    /// <summary>The most graphics states that are saved on each other.</summary>
    public int DeepestState { get; set; }

    /// <summary>Whether q and Q do not pair up, or marks do not.</summary>
    public bool IsUnbalanced { get; set; }

    /// <summary>The mark that gives something its element: the nearest around it with an MCID; null for content outside of all.</summary>
    public ContentMark? ElementMark(int mark)
    {
        for (; mark >= 0; mark = Marks[mark].Parent)
        {
            if (Marks[mark].Id is not null) return Marks[mark];
        }

        return null;
    }

    public bool IsArtifact(int mark)
    {
        for (; mark >= 0; mark = Marks[mark].Parent)
        {
            if (Marks[mark].IsArtifact) return true;
        }

        return false;
    }
}
