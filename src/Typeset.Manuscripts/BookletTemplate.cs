using System.Collections.Immutable;

namespace Typeset.Manuscripts;

/// <summary>A file of a new booklet: its path in the folder and its text.</summary>
public sealed record TemplateFile(string Path, string Text);

/// <summary>The small booklet that a new folder starts from: it shows every construct once, and builds without a complaint.</summary>
public static class BookletTemplate
{
    /// <summary>The files of a booklet of this title.</summary>
    public static ImmutableArray<TemplateFile> Files(string title) =>
    [
        new(BookletReader.FileName, Booklet.Replace("{title}", Quoted(title), StringComparison.Ordinal)),
        new("articles/01-how-to.md", FirstArticle),
        new("articles/02-example.md", SecondArticle),
    ];

    /// <summary>A YAML double-quoted scalar.</summary>
    private static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ") + "\"";

    private const string Booklet = """
        # 小册子的说明：封面、目录、文章次序、版权页。格式详见 docs/booklet-format.md
        title: {title}            # 标题；分几部分时写成列表 [第一部分, 第二部分]
        # subtitle: 副标题
        # series: 丛书名
        issue: 第1期
        # date: 2026-03-01
        issuer: [编辑部]
        style: book-a5            # 或 book-16k、xuexi-a4、gongwen-a4，或样式文件的路径
        language: zh-CN

        cover:
          mark: 内部资料

        contents: { title: 目录 }

        articles:                 # 文章次序；分编时用 parts
          - articles/01-how-to.md
          - articles/02-example.md

        colophon:                 # 版权页，逐行印出
          - { 编印: 编辑部 }
          - 本刊稿件未经许可不得转载

        """;

    private const string FirstArticle = """
        ---
        title: [怎样写一篇稿件, 从标题到脚注]
        byline: 编辑部
        short-title: 怎样写一篇稿件
        note: 编者按　把这篇稿件改成自己的文章即可。两行“---”之间是标题、作者等，其余是正文。
        ---
        读者同志： {.salutation}

        正文每段之间空一行。段首不必空格，缩进由样式决定。一段文字可以写成几行，
        排版时各行自动连成一段，汉字之间不会留下空格。

        # 一、标题与强调

        标题前写“#”，编号由作者自己写；“##”是下一级标题。*着重号*写在单个星号之间，**加粗**写在两个星号之间，网址写成[链接](https://www.w3.org/TR/clreq/)。

        ## （一）脚注

        需要注释的地方写一个标记[^1]，注文写在文末或段后。

        [^1]: 注文可以很长，排在本页下方。

        # 二、引文、列表与表格

        > 引文每行以“>”开头。

        1. 有序列表写数字和点。
        2. 各项依次排列。

        - 无序列表写短横。

        | 构件 | 写法 |
        | --- | --- |
        | 标题 | # |
        | 引文 | > |

        : 表1　常用写法

        编辑部 {.signature}

        2026年3月1日 {.dateline}

        """;

    private const string SecondArticle = """
        ---
        title: 附件与分页
        ---
        这一篇说明附件。附件另起一页，左上角印出附件号，标题居中。

        # 参考写法 {.attachment mark="附件1"}

        插图单独成段：方括号里是图注，圆括号里是图片的路径，花括号里可以写宽度，例如“{width=80%}”。

        需要另起一页时，单独写一行 `\newpage` 即可。

        """;
}
