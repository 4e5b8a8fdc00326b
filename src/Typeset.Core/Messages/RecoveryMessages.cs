namespace Typeset.Core.Messages;

/// <summary>TS51xx: recovery of structure from raw manuscripts, and the editor’s corrections.</summary>
public static class RecoveryMessages
{
    public static readonly MessageTemplate Doubtful = new(
        "TS5101", Severity.Note,
        "Doubtful: {0} Taken: {1}; it might also be: {2}.",
        "存疑：{0}已取：{1}；也可能是：{2}。",
        "If the reading is wrong, write a correction in the corrections file.",
        "若判断有误，请在更正文件中写一条更正。");

    public static readonly MessageTemplate DoubtfulStrict = Doubtful with { Id = "TS5102", Severity = Severity.Error };

    public static readonly MessageTemplate NothingToRecover = new(
        "TS5103", Severity.Error,
        "There is no text in the manuscripts.",
        "稿件中没有文字。",
        "Check that the right files were named.",
        "请检查文件是否正确。");

    public static readonly MessageTemplate UnknownRole = new(
        "TS5110", Severity.Error,
        "`{0}` is no part that a line can play.",
        "“{0}”不是可用的角色。",
        "Possible are: {1}",
        "可用：{1}");

    public static readonly MessageTemplate CorrectionWithoutText = new(
        "TS5111", Severity.Error,
        "The correction does not say which line it is for.",
        "这条更正没有写明是哪一行。",
        "Write the beginning of the line after `text:`.",
        "请在 text: 后写出该行开头的文字。");

    public static readonly MessageTemplate CorrectionUnused = new(
        "TS5112", Severity.Warning,
        "No line begins with «{0}»; this correction was not used.",
        "没有以“{0}”开头的行，此条更正没有用上。",
        "If the line is gone, remove the correction; if its beginning was changed, change it here too.",
        "若该行已删去，请删掉这条更正；若行首文字已改，请在这里一并改正。");

    public static readonly MessageTemplate CorrectionSaysNothing = new(
        "TS5113", Severity.Error,
        "The correction does not say what to do.",
        "这条更正没有写明怎样改。",
        "Write `is:`, `join:` or `replace:`.",
        "请写 is:、join: 或 replace:。");

    public static readonly MessageTemplate ContentsWithoutArticle = new(
        "TS5104", Severity.Warning,
        "No article has the title of this entry of the contents list: {0}",
        "目录中的这一条找不到对应的文章：{0}",
        "Check whether the article is missing or its title differs.",
        "请检查文章是否缺失，或标题是否不一致。");

    public static readonly MessageTemplate ArticleWithoutEntry = new(
        "TS5105", Severity.Note,
        "The contents list of the original does not have this article: {0}",
        "原目录中没有这篇文章：{0}",
        "Check that it is an article of its own.",
        "请检查它是否确为一篇独立的文章。");
}
