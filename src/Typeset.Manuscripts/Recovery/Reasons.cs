using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>The signs that decisions rest on, in the words of the report.</summary>
internal static class Reasons
{
    // Lines that go on.
    public static readonly Reason Full = new("line-full", "the line is full to the measure and ends at no mark", "行满至版心且行末无标点");
    public static readonly Reason FullAtStop = new("line-full-at-stop", "the line is full and ends a sentence", "行满且句子在行末结束");
    public static readonly Reason Short = new("line-short", "there was room for what follows on this line", "本行尚有余地，却另起一行");
    public static readonly Reason EndsSentence = new("sentence-ends", "a sentence ends here", "句子在此结束");
    public static readonly Reason EndsPause = new("pause", "the line ends at a mark that goes on", "行末标点表示未完");
    public static readonly Reason EndsColon = new("colon", "the line ends at a colon", "行末为冒号");
    public static readonly Reason EndsSemicolon = new("semicolon", "the line ends at a semicolon", "行末为分号");
    public static readonly Reason Unfinished = new("unfinished", "the last word cannot end a sentence", "行末的字不能结束句子");
    public static readonly Reason OpenBracket = new("open-bracket", "a bracket or quotation is still open", "括号或引号尚未闭合");
    public static readonly Reason ShortPhrase = new("short-phrase", "a short line without a stop stands by itself", "无句末标点的短行独立成段");
    public static readonly Reason MidSentence = new("mid-sentence", "the line ends in mid-sentence", "行末句子未完");
    public static readonly Reason NextContinues = new("next-continues", "the next line begins with a mark that begins no paragraph", "下一行以不能开头的标点开始");
    public static readonly Reason NextMarker = new("next-marker", "the next line begins with a number or a lead", "下一行以序号或引导语开头");
    public static readonly Reason CountsOn = new("counts-on", "the next line is the next item of this list", "下一行是同一列举的下一项");
    public static readonly Reason NextDateline = new("next-dateline", "the next line begins with a newspaper’s dateline", "下一行以电头开头");
    public static readonly Reason NextStartsAlike = new("starts-alike", "other paragraphs begin like the next line", "其他段落有同样的开头");
    public static readonly Reason Lowercase = new("lowercase", "a Western sentence goes on in small letters", "西文以小写字母继续");
    public static readonly Reason Indent = new("indent", "by this file’s habit of indents", "依本文件的缩进习惯");
    public static readonly Reason Gap = new("gap", "by this file’s habit of blank lines", "依本文件的空行习惯");
    public static readonly Reason TrailingSpace = new("trailing-space", "by this file’s habit of spaces at line ends", "依本文件的行尾空格习惯");
    public static readonly Reason LostIndent = new("lost-indent", "by the width of the next line: first lines that lost their indent are shorter", "依下一行的长度：失去缩进的首行较短");
    public static readonly Reason HeadingGoesOn = new("heading-goes-on", "a numbered heading goes on in a line without indent", "带序号的标题转入无缩进的下一行");
    public static readonly Reason OthersHaveCredits = new("others-have-credits", "the titles here have date, source or author below them", "其他文章标题下有日期、来源或作者");
    public static readonly Reason Cohesion = new("cohesion", "whether the words on both sides belong together elsewhere in this file", "两侧字词在本文件别处是否连用");
    public static readonly Reason MiddlePiece = new("middle-piece", "a run of unfinished lines is a style, not page breaks", "接连多行都无句末标点，是体例而非分页");
    public static readonly Reason OwnParagraph = new("own-paragraph", "the file has it as a paragraph", "文件中本为独立段落");
    public static readonly Reason Verse = new("verse", "one of several short lines that end at marks", "多行短句，各以标点结束");
    public static readonly Reason Overlap = new("overlap", "the next line begins again in the midst of this line’s last words", "下一行与本行末尾文字重叠");
    public static readonly Reason ByCorrection = new("correction", "the corrections file says so", "更正文件如此规定");
    public static readonly Reason ByFile = new("file", "the file says so itself", "文件自身如此标明");

    // Titles and headings.
    public static readonly Reason InContents = new("in-contents", "the contents list has it", "见于目录");
    public static readonly Reason NotInContents = new("not-in-contents", "the contents list does not have it", "不见于目录");
    public static readonly Reason FirstLine = new("first-line", "it is the first line of the text", "是正文的第一行");
    public static readonly Reason NewPage = new("new-page", "it begins a page", "位于页首");
    public static readonly Reason CreditsFollow = new("credits-follow", "date, source or author follows", "其后有日期、来源或作者");
    public static readonly Reason SalutationFollows = new("salutation-follows", "a salutation follows", "其后有称谓");
    public static readonly Reason DatelineFollows = new("dateline-follows", "a newspaper’s dateline follows", "其后有电头");
    public static readonly Reason AuthorFollows = new("author-follows", "an author’s name follows", "其后有作者姓名");
    public static readonly Reason OthersStandApart = new("others-stand-apart", "titles here stand apart by blank lines, this one does not", "其他标题前后有空行，此行没有");
    public static readonly Reason Counted = new("counted", "it is one of a series: 第一…, 第二…", "属于“第一……第二……”一类的序列");
    public static readonly Reason Chapter = new("chapter", "chapters are the articles here", "本稿各章即各篇");
    public static readonly Reason IsName = new("name", "it is a person’s name", "是人名");
    public static readonly Reason AfterMark = new("after-mark", "an attachment mark stands above it", "其上有附件标记");
    public static readonly Reason AfterClose = new("after-close", "the text before it has come to its end", "前文已结束");
    public static readonly Reason WideGap = new("wide-gap", "more blank lines than usual stand before it", "其前空行多于平常");
    public static readonly Reason GapAfter = new("gap-after", "more blank lines than usual stand after it", "其后空行多于平常");
    public static readonly Reason Parts = new("parts", "spaces part it like a printed title", "以空格分段，像标题");
    public static readonly Reason Centered = new("centered", "it is centred", "居中");
    public static readonly Reason Big = new("big", "it is set bigger than the text", "字号大于正文");
    public static readonly Reason Bold = new("bold", "it is set bold", "加粗");
    public static readonly Reason CounterRestarts = new("counter-restarts", "headings below it count from one again", "其后标题序号重新从一开始");
    public static readonly Reason LooksLikeTitle = new("looks-like-title", "it looks like the titles of other articles here", "形式与其他文章标题相同");
    public static readonly Reason LooksLikeNoTitle = new("looks-unlike-title", "it does not look like the titles of other articles here", "形式与其他文章标题不同");
    public static readonly Reason LongSection = new("long-section", "a long text follows", "其后正文较长");
    public static readonly Reason ShortSection = new("short-section", "little text follows", "其后正文很短");
    public static readonly Reason Length = new("length", "its length", "长度");
    public static readonly Reason HeadingStyle = new("heading-style", "the file has it as a heading", "文件中标为标题");
    public static readonly Reason Column = new("column", "it begins with the name of a column", "以栏目名开头");
    public static readonly Reason Prose = new("prose", "it reads like a sentence", "读来像句子");
    public static readonly Reason Number = new("number", "it begins with a number and is one line without a stop", "以序号开头，独占一行且无句末标点");

    // Left out.
    public static readonly Reason IsFolio = new("folio", "a printed page number", "印刷页码");
    public static readonly Reason IsRunningHead = new("running-head", "repeated at the pages’ edges", "在页边重复出现的书眉");
    public static readonly Reason ContentsMadeAnew = new("contents", "the contents list is made anew", "目录重新生成");
    public static readonly Reason IsOfWebPage = new("web-page", "a web page’s own words round the text", "网页自身的导航或按钮，不属正文");
    public static readonly Reason Dropped = new("dropped", "the corrections file drops it", "更正文件要求删去");

    // Questions.
    public static readonly Reason JoinQuestion = new("join?", "Does the paragraph go on in the next line?", "本段是否接下一行？");
    public static readonly Reason RoleQuestion = new("role?", "What is this line?", "此行是什么？");
    public static readonly Reason OverlapQuestion = new("overlap?", "Was the end of this line written twice?", "本行末尾是否重复？");

    // Habits.
    public static readonly Reason Wrapped = new("wrapped", "lines are wrapped", "按版心换行");
    public static readonly Reason Unwrapped = new("unwrapped", "a line is a paragraph", "一行一段");

    public static Reason Weighing(this Reason reason, int weight) => reason with { Weight = weight };
}
