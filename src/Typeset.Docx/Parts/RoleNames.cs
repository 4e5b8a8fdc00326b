using Typeset.Documents;

namespace Typeset.Docx.Parts;

/// <summary>
/// Names of the paragraph styles. Where word processors know a style of that purpose its name is the one they translate (ECMA-376 part 1,
/// §17.7.4.9); ids are the names of the roles, so that a reader finds the role again.
/// </summary>
internal static class RoleNames
{
    public static string NameOf(TextRole role) => role switch
    {
        TextRole.Body => "Body Text",
        TextRole.Salutation => "Salutation",
        TextRole.Signature => "Signature",
        TextRole.Dateline => "Date",
        TextRole.Center => "居中",
        TextRole.Right => "居右",
        TextRole.NoIndent => "正文顶格",
        >= TextRole.Heading1 and <= TextRole.Heading6 => "heading " + (char)('1' + (role - TextRole.Heading1)),
        TextRole.Quote => "Quote",
        TextRole.ListItem => "List Paragraph",
        TextRole.Note => "footnote text",
        TextRole.Caption => "caption",
        TextRole.TableCell => "表格文字",
        TextRole.TableHeader => "表头文字",
        TextRole.ArticleMark => "文章标记",
        TextRole.ArticleTitle => "文章标题",
        TextRole.ArticleSubtitle => "文章副题",
        TextRole.ArticleByline => "文章作者",
        TextRole.ArticleDateSource => "日期来源",
        TextRole.ArticleNote => "文章题注",
        TextRole.AttachmentMark => "附件标记",
        TextRole.AttachmentTitle => "附件标题",
        TextRole.PartTitle => "编目标题",
        TextRole.ContentsTitle => "TOC Heading",
        TextRole.ContentsPart => "toc 1",
        TextRole.ContentsEntry => "toc 2",
        TextRole.RunningHead => "header",
        TextRole.Folio => "footer",
        TextRole.CoverTitle => "Title",
        TextRole.CoverSubtitle => "Subtitle",
        TextRole.CoverMark => "封面标记",
        TextRole.CoverSeries => "封面丛书",
        TextRole.CoverIssue => "封面期号",
        TextRole.CoverLine => "封面文字",
        TextRole.CoverIssuer => "封面编印单位",
        TextRole.CoverDate => "封面日期",
        TextRole.Colophon => "版权页",
        TextRole.ThematicBreak => "分隔",
        TextRole.NoteMark => "脚注标记",
        _ => role.ToString(),
    };

    /// <summary>The level in the outline, from 0; null for text that is in none.</summary>
    public static int? OutlineLevelOf(TextRole role) => role switch
    {
        TextRole.PartTitle or TextRole.ArticleTitle => 0,
        TextRole.AttachmentTitle => 1,
        >= TextRole.Heading1 and <= TextRole.Heading6 => role - TextRole.Heading1,
        _ => null,
    };
}
