using System.Text;
using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>How the content of pages hangs together with the structure.</summary>
internal static class MarkedContentChecks
{
    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["all-tagged"] = (PageCheck)AllTagged;
        checks["no-artifact-in-tag"] = (PageCheck)NoArtifactInTag;
        checks["no-tag-in-artifact"] = (PageCheck)NoTagInArtifact;
        checks["marks-have-elements"] = (PageCheck)MarksHaveElements;
        checks["form-marks-once"] = (PageCheck)FormMarksOnce;
        checks["private-characters"] = (PageCheck)PrivateCharacters;
        checks["text-language"] = (PageCheck)TextLanguage;
    }

    private static void AllTagged(PageView page, ClauseFindings found)
    {
        var content = page.Content;
        foreach (var glyph in content.Glyphs)
        {
            if (!IsAccountedFor(content, glyph.Mark)) found.At(page.PlaceOf(glyph), M.Untagged, "text");
        }

        foreach (var path in content.Paths)
        {
            if (!IsAccountedFor(content, path.Mark)) found.At(page.PlaceOf(path.Box), M.Untagged, "path");
        }

        foreach (var image in content.Images)
        {
            if (!IsAccountedFor(content, image.Mark)) found.At(page.PlaceOf(image), M.Untagged, "image");
        }
    }

    private static bool IsAccountedFor(PageContent content, int mark) => content.IsArtifact(mark) || content.ElementMark(mark) is not null;

    private static void NoArtifactInTag(PageView page, ClauseFindings found)
    {
        if (page.Content.Marks.Exists(mark => mark.IsArtifact && page.Content.ElementMark(mark.Parent) is not null)) found.At(page.Place, M.ArtifactInTag);
    }

    private static void NoTagInArtifact(PageView page, ClauseFindings found)
    {
        if (page.Content.Marks.Exists(mark => mark.Id is not null && page.Content.IsArtifact(mark.Parent))) found.At(page.Place, M.TagInArtifact);
    }

    private static void MarksHaveElements(PageView page, ClauseFindings found)
    {
        var parents = page.MarkParents;
        foreach (var mark in page.Content.Marks.Where(static mark => mark.Stream == 0))
        {
            if (mark.Id is { } id && parents[id]["S"].AsName is null) found.At(page.Document.MarkPlaces.GetValueOrDefault((page.Page.Index, id), page.Place), M.NoParent, id.ToString());
        }
    }

    /// <summary>Text has the language of its mark, of an element around it, or of the file.</summary>
    private static void TextLanguage(PageView page, ClauseFindings found)
    {
        if (page.Document.Catalog["Lang"].AsText is { Length: > 0 }) return;
        var parents = page.MarkParents;
        foreach (var glyph in page.Content.Glyphs)
        {
            if (page.Content.IsArtifact(glyph.Mark) || MarkTells(page.Content, glyph.Mark)) continue;
            if (page.Content.ElementMark(glyph.Mark)?.Id is { } id && ElementTells(parents[id])) continue;
            found.At(page.PlaceOf(glyph), M.NoLanguage);
            return;
        }
    }

    private static bool MarkTells(PageContent content, int mark)
    {
        for (; mark >= 0; mark = content.Marks[mark].Parent)
        {
            if (content.Marks[mark].Properties["Lang"].AsText is { Length: > 0 }) return true;
        }

        return false;
    }

    private static bool ElementTells(PdfObject element)
    {
        for (var depth = 0; depth < Limits.StructureNesting && !element.IsNull; depth++, element = element["P"])
        {
            if (element["Lang"].AsText is { Length: > 0 }) return true;
        }

        return false;
    }

    /// <summary>A form whose content belongs to elements is drawn once: else they would have it twice.</summary>
    private static void FormMarksOnce(PageView page, ClauseFindings found)
    {
        var marks = page.Content.Marks.Where(static mark => mark is { Stream: not 0, Id: not null }).ToList();
        foreach (var form in marks.GroupBy(static mark => mark.Stream))
        {
            var isElsewhere = page.Document.MarkedForms.TryGetValue(form.Key, out var first) && first != page.Page.Index;
            page.Document.MarkedForms.TryAdd(form.Key, page.Page.Index);
            if (isElsewhere || form.Count() != form.DistinctBy(static mark => mark.Id).Count()) found.At(page.Place, M.FormTwice, $"{form.Key} 0 R");
        }
    }

    private static void PrivateCharacters(PageView page, ClauseFindings found)
    {
        foreach (var glyph in page.Content.Glyphs)
        {
            if (!HasActualText(page.Content, glyph.Mark) && (glyph.Font.TextOf(glyph.Code) ?? "").EnumerateRunes().FirstOrDefault(IsPrivate) is { Value: > 0 } rune) found.At(page.PlaceOf(glyph), M.PrivateCharacter, rune.Value.ToString("X4"));
        }
    }

    private static bool IsPrivate(Rune rune) => rune.Value is >= 0xE000 and <= 0xF8FF or >= 0xF0000 and <= 0xFFFFD or >= 0x100000 and <= 0x10FFFD;

    private static bool HasActualText(PageContent content, int mark)
    {
        for (; mark >= 0; mark = content.Marks[mark].Parent)
        {
            if (content.Marks[mark].Properties["ActualText"].AsText is not null) return true;
        }

        return false;
    }
}
