using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Docx.Flow;
using Typeset.Docx.Package;
using Typeset.Docx.Parts;
using Typeset.Docx.Runs;

namespace Typeset.Docx;

/// <summary>Writes a booklet as a DOCX that people edit and that a word processor breaks into the layout's lines and pages.</summary>
public static class DocxWriter
{
    /// <summary>Writes the document; the same input gives the same bytes.</summary>
    /// <param name="styled">The booklet and its styles.</param>
    /// <param name="map">What the layout made of it.</param>
    /// <param name="output">Takes the package; it is left open.</param>
    /// <param name="options">See there.</param>
    /// <param name="cancellation">Looked at for each chapter.</param>
    public static DocxReport Write(StyledBooklet styled, PageMap map, Stream output, DocxOptions options, CancellationToken cancellation)
    {
        var context = new TwinContext(styled, map, options);
        ImmutableArray<TwinFont> fonts;
        using (var package = new ZipPackage(output)) fonts = Write(package, context, cancellation);
        var report = context.Statistics.Report with { Fonts = fonts };
        if (report.ForcedBreaks > 0) options.Diagnostics.Add(DocxMessages.BrokenLines.Anywhere(Text(report.ForcedBreaks), Text(report.Lines)));
        return report;
    }

    /// <summary>The parts in their order: what names the others last, for they are known then. Gives the fonts that went in.</summary>
    private static ImmutableArray<TwinFont> Write(ZipPackage package, TwinContext context, CancellationToken cancellation)
    {
        var links = context.NewLinks();
        var noteLinks = context.NewLinks();
        var document = new DocumentPart(context, links);
        package.Write("_rels/.rels", PackageXml.Roots);
        package.Write("docProps/core.xml", stream => PropertiesXml.WriteCore(stream, context.Styled.Booklet, context.Options.Date, links.Clean));
        package.Write("docProps/app.xml", PropertiesXml.App);
        package.Write("word/document.xml", stream => document.Write(stream, cancellation));
        if (document.Notes.Length > 0) package.Write("word/footnotes.xml", stream => new NotesPart(context, noteLinks).Write(stream, document.Notes, cancellation));
        context.Furniture.Write(package, context);
        var styles = new StylesPart(context.Sheet, context.Faces, context.Styled.Booklet.Language).Make();
        using var fonts = FontParts.Make(context, cancellation);
        package.Write("word/numbering.xml", context.Numbering.Make(context.BulletFamily));
        package.Write("word/settings.xml", SettingsPart.Make(context.Styled.Style, new SectionMaker(context).Alternates, fonts.Embedded.Length > 0, document.Notes.Length > 0));
        package.Write("word/styles.xml", styles);
        fonts.Write(package);
        context.Media.Write(package);
        if (document.Notes.Length > 0) package.Write("word/_rels/footnotes.xml.rels", PackageXml.Relationships(External(noteLinks)));
        package.Write("word/_rels/document.xml.rels", PackageXml.Relationships(Relationships(context, links, document.Notes.Length > 0)));
        package.Write("[Content_Types].xml", PackageXml.ContentTypes(context.Furniture.Names, document.Notes.Length > 0));
        return fonts.Reports;
    }

    private static IEnumerable<Relationship> Relationships(TwinContext context, DocxLinks links, bool hasNotes)
    {
        ImmutableArray<string> parts = hasNotes ? ["styles", "settings", "numbering", "fontTable", "footnotes"] : ["styles", "settings", "numbering", "fontTable"];
        return parts.Select((part, i) => new Relationship("rId" + Text(i + 1), PackageXml.TypeOf(part), part + ".xml"))
            .Concat(context.Furniture.Relationships).Concat(context.Media.Relationships).Concat(External(links));
    }

    private static IEnumerable<Relationship> External(DocxLinks links) =>
        links.External.Select(static link => new Relationship(link.Id, PackageXml.TypeOf("hyperlink"), link.Address, IsExternal: true));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
