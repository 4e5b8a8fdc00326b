using Typeset.Documents;
using Typeset.Docx.Faces;
using Typeset.Docx.Parts;
using Typeset.Docx.Runs;

namespace Typeset.Docx.Flow;

/// <summary>What all writers of one document share.</summary>
internal sealed class TwinContext
{
    public TwinContext(StyledBooklet styled, PageMap map, DocxOptions options)
    {
        (Styled, Map, Options) = (styled, map, options);
        Faces = new FaceBook(options.Faces, options.StandIns);
        Faces.FindLeads(styled.Style);
        Sheet = new StyleSheet(styled.Style);
        Furniture = new FurnitureBook();
    }

    public StyledBooklet Styled { get; }
    public PageMap Map { get; }
    public DocxOptions Options { get; }
    public FaceBook Faces { get; }
    public StyleSheet Sheet { get; }
    public FurnitureBook Furniture { get; }
    public Bookmarks Bookmarks { get; } = new();
    public NumberingBook Numbering { get; } = new();

    /// <summary>The family that bullets are set in; null where the style's faces are not there.</summary>
    public string? BulletFamily => Faces.VoiceOf(Styled.Style, Styled.Style.Of(TextRole.ListItem).Font, false).Han.First?.Family;
    public MediaBook Media { get; } = new();
    public DocxStatistics Statistics { get; } = new();

    /// <summary>Links of a part that is to be written.</summary>
    public DocxLinks NewLinks() => new(Options.Diagnostics, Bookmarks);

    public ParagraphWriter NewWriter(DocxLinks links) => new(Faces, Options.Pins, Statistics, links);
}
