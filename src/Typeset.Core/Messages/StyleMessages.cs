namespace Typeset.Core.Messages;

/// <summary>TS2xxx: house styles.</summary>
public static class StyleMessages
{
    public static readonly MessageTemplate UnknownStyle = new(
        "TS2001", Severity.Error,
        "There is no style “{0}”.",
        "没有名为“{0}”的样式。",
        "`typeset styles` lists the shipped ones; a file is named by its path in the booklet's folder (my-style.yaml).",
        "用 `typeset styles` 查看随附样式；样式文件请写其在小册子文件夹中的路径（my-style.yaml）。");

    public static readonly MessageTemplate StyleCycle = new(
        "TS2002", Severity.Error,
        "The style “{0}” extends itself: {1}.",
        "样式“{0}”循环继承：{1}。",
        "Take one `extends` out of the circle.",
        "请去掉其中一个 extends。");

    public static readonly MessageTemplate BadLength = new(
        "TS2003", Severity.Error,
        "“{0}” is not a length.",
        "“{0}”不是长度。",
        "Write a number and a unit: 10.5pt, 25mm, 2em, 2字, 1行, 50%, or a type size such as 三号.",
        "请写数字和单位：10.5pt、25mm、2em、2字、1行、50%，或字号如 三号。");

    public static readonly MessageTemplate MissingUnit = new(
        "TS2004", Severity.Error,
        "“{0}” has no unit.",
        "“{0}”没有单位。",
        "Write {0}pt, {0}mm, {0}em …",
        "请写 {0}pt、{0}mm、{0}em 等。");

    public static readonly MessageTemplate UnknownUnit = new(
        "TS2005", Severity.Error,
        "“{0}” is not a unit.",
        "没有单位“{0}”。",
        "Units are mm, cm, pt, em, 字, 行, % and the type sizes 初号 to 八号.",
        "单位有 mm、cm、pt、em、字、行、% 以及字号初号至八号。");

    public static readonly MessageTemplate UnitNotHere = new(
        "TS2006", Severity.Error,
        "The unit “{0}” cannot be used for “{1}”.",
        "“{1}”不能用单位“{0}”。",
        "Use mm, cm or pt.",
        "请用 mm、cm 或 pt。");

    public static readonly MessageTemplate LengthOutOfRange = new(
        "TS2007", Severity.Error,
        "“{0}” must be from {1} to {2}.",
        "“{0}”应在 {1} 至 {2} 之间。",
        "Check the number and its unit.",
        "检查数字和单位。");

    public static readonly MessageTemplate UnknownChoice = new(
        "TS2008", Severity.Error,
        "“{0}” is not possible for “{1}”.",
        "“{1}”不能为“{0}”。",
        "Possible: {2}.",
        "可用：{2}。");

    public static readonly MessageTemplate MisspeltChoice = new(
        "TS2009", Severity.Error,
        "“{0}” is not possible for “{1}”.",
        "“{1}”不能为“{0}”。",
        "Did you mean “{2}”?",
        "是否想写“{2}”？");

    public static readonly MessageTemplate UnknownFontStack = new(
        "TS2010", Severity.Error,
        "The style has no fonts “{0}”.",
        "样式中没有名为“{0}”的字体组。",
        "Known: {1}. Add it under `fonts`.",
        "现有：{1}。请在 fonts 中添加。");

    public static readonly MessageTemplate BadColor = new(
        "TS2011", Severity.Error,
        "“{0}” is not a colour.",
        "“{0}”不是颜色。",
        "Write black or \"#RRGGBB\".",
        "请写 black 或 \"#RRGGBB\"。");

    public static readonly MessageTemplate BadSpot = new(
        "TS2090", Severity.Error,
        "“{0}” is not the name of a spot ink.",
        "“{0}”不是专色墨的名称。",
        "Write the name that the printer knows, of 1 to 40 characters: PANTONE 186 C. Cyan, Magenta, Yellow, Black and All are the press's own.",
        "请写印刷厂认得的名称，1 到 40 个字：PANTONE 186 C。Cyan、Magenta、Yellow、Black、All 另有所指。");

    public static readonly MessageTemplate UnknownPageSize = new(
        "TS2012", Severity.Error,
        "“{0}” is not a page size.",
        "“{0}”不是开本。",
        "Write A4, A5, B5, 16开, 大16开, 32开, 大32开, or width and height: [185mm, 260mm].",
        "请写 A4、A5、B5、16开、大16开、32开、大32开，或宽和高：[185mm, 260mm]。");

    public static readonly MessageTemplate NoTypeArea = new(
        "TS2013", Severity.Error,
        "The margins leave no type area of at least one character and one line.",
        "页边距过大，版心容不下一字一行。",
        "Make the margins smaller or the page larger.",
        "请减小页边距或加大页面。");

    public static readonly MessageTemplate LinesDoNotFit = new(
        "TS2014", Severity.Error,
        "{0} lines of {1} are higher than the page below its head margin.",
        "{0} 行（行距 {1}）超出天头以下的页面。",
        "Ask for fewer lines or a smaller line pitch.",
        "请减少行数或减小行距。");

    public static readonly MessageTemplate MeasureTooNarrow = new(
        "TS2015", Severity.Error,
        "The measure is narrower than one character.",
        "行长不足一个字。",
        "Make the measure at least 1em.",
        "行长至少应为 1em。");

    public static readonly MessageTemplate PitchBelowSize = new(
        "TS2016", Severity.Warning,
        "The line pitch {1} is less than the type size {0}; lines will touch.",
        "行距 {1} 小于字号 {0}，各行会相叠。",
        "Make the line pitch larger.",
        "请加大行距。");

    public static readonly MessageTemplate MissingValue = new(
        "TS2017", Severity.Error,
        "The style “{0}” does not say “{1}”.",
        "样式“{0}”没有写“{1}”。",
        "Add it, or extend a shipped style: `extends: book-a5`.",
        "请添加，或继承随附样式：`extends: book-a5`。");

    public static readonly MessageTemplate GridUnknown = new(
        "TS2018", Severity.Error,
        "“grid” needs “{0}” of the page.",
        "“grid”需要 page 中的“{0}”。",
        "Say how many characters or lines the type area holds, or write a length.",
        "请写出版心每行字数或每页行数，或直接写长度。");

    public static readonly MessageTemplate EmsOnly = new(
        "TS2019", Severity.Error,
        "“{0}” cannot be used for “{1}”.",
        "“{1}”不能写“{0}”。",
        "Write it in em (0.25em) or per cent of the type size (25%).",
        "请用 em（0.25em）或字号的百分比（25%）。");
}
