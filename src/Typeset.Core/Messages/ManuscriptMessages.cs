namespace Typeset.Core.Messages;

/// <summary>TS12xx: the text of articles; TS13xx: images.</summary>
public static class ManuscriptMessages
{
    public static readonly MessageTemplate RawHtml = new(
        "TS1201", Severity.Error,
        "HTML is not taken over: {0}",
        "不支持 HTML：{0}",
        "Use Markdown instead; a line break is a backslash at the end of the line. Of HTML only <br>, <em>, <strong>, <sup> and <sub> are known.",
        "请改用 Markdown；换行请在行末写反斜杠。HTML 标签只可用 <br>、<em>、<strong>、<sup>、<sub>。");

    public static readonly MessageTemplate UnclosedTag = new(
        "TS1224", Severity.Warning,
        "A tag in this paragraph (<em>, <strong>, <sup> or <sub>) is not closed before the paragraph ends.",
        "本段中的标签（<em>、<strong>、<sup> 或 <sub>）到段末还没有结束。",
        "Write the closing tag, for example </sup>.",
        "请写上结束标签，例如 </sup>。");

    public static readonly MessageTemplate NestedTooDeep = new(
        "TS1202", Severity.Error,
        "Quotes, lists or emphasis are nested too deep here; the article cannot be read.",
        "此处引文、列表或强调嵌套过深，文章无法读取。",
        "Take the nesting apart; {0} levels are possible.",
        "请减少嵌套，最多 {0} 层。");

    public static readonly MessageTemplate UndefinedNote = new(
        "TS1203", Severity.Error,
        "The note {0} has no text.",
        "脚注 {0} 没有注文。",
        "Add a line `{0}: text of the note`, or write \\[ for a bracket.",
        "请添加一行“{0}: 注文”；若只是方括号，请写 \\[。");

    public static readonly MessageTemplate UnusedNote = new(
        "TS1204", Severity.Error,
        "No mark in the text points to the note {0}; it would not be printed.",
        "正文中没有脚注 {0} 的标记，该注不会印出。",
        "Put {0} where the mark belongs, or remove the note.",
        "请在正文相应处写 {0}，或删去该注。");

    public static readonly MessageTemplate DuplicateNote = new(
        "TS1205", Severity.Error,
        "The note {0} is given twice.",
        "脚注 {0} 写了两次。",
        "Give one of the two another name.",
        "请给其中一个改名。");

    public static readonly MessageTemplate UnusedLinkDefinition = new(
        "TS1206", Severity.Warning,
        "Nothing uses the link definition [{0}]; the line is not printed.",
        "没有链接用到定义 [{0}]，该行不会印出。",
        "Remove it; if it is text, write \\[{0}].",
        "请删去；若是正文，请写 \\[{0}]。");

    public static readonly MessageTemplate MissingLinkTarget = new(
        "TS1207", Severity.Warning,
        "The link leads to “{0}”, which is no article of this booklet.",
        "链接指向“{0}”，但小册子中没有这篇文章。",
        "Write the path of an article (articles/NAME.md) or a whole address (https://…).",
        "请写文章的路径（articles/名称.md）或完整网址（https://…）。");

    public static readonly MessageTemplate RefusedLink = new(
        "TS1208", Severity.Warning,
        "Links of the kind “{0}” are not taken over; the text is.",
        "不支持“{0}”类链接，只保留文字。",
        "Use https:, http: or mailto:.",
        "请用 https:、http: 或 mailto:。");

    public static readonly MessageTemplate UnderlinedHeading = new(
        "TS1209", Severity.Warning,
        "The line of signs below turns this text into a heading.",
        "下一行的符号使这段文字成为标题。",
        "Write `# ` before a heading; put an empty line before `---` or `===` if no heading is meant.",
        "标题请在行首写“# ”；若不是标题，请在“---”或“===”之前空一行。");

    public static readonly MessageTemplate EmptyHeading = new(
        "TS1210", Severity.Warning,
        "This heading has no text.",
        "标题没有文字。",
        "Write its text after the signs #, or remove it.",
        "请在 # 之后写标题，或删去该行。");

    public static readonly MessageTemplate UnknownClass = new(
        "TS1211", Severity.Error,
        "“.{0}” is not known here.",
        "此处没有“.{0}”。",
        "Known here: {1}.",
        "此处可用：{1}。");

    public static readonly MessageTemplate MisspeltClass = new(
        "TS1212", Severity.Error,
        "“.{0}” is not known here.",
        "此处没有“.{0}”。",
        "Did you mean “.{1}”?",
        "是否想写“.{1}”？");

    public static readonly MessageTemplate UnknownAttribute = new(
        "TS1213", Severity.Error,
        "“{0}” is not known here.",
        "此处没有属性“{0}”。",
        "Known here: {1}.",
        "此处可用：{1}。");

    public static readonly MessageTemplate BadWidth = new(
        "TS1214", Severity.Error,
        "“{0}” is not a width.",
        "“{0}”不是宽度。",
        "Write a percentage of the measure, from 1% to 100%.",
        "请写版心宽度的百分比，1% 至 100%。");

    public static readonly MessageTemplate UnevenRow = new(
        "TS1215", Severity.Warning,
        "This row has {0} cells, the table has {1} columns.",
        "该行有 {0} 格，表有 {1} 列。",
        "Add or remove cells; a “|” inside a cell is written \\|.",
        "请补足或删减；格内的“|”请写 \\|。");

    public static readonly MessageTemplate BrokenTable = new(
        "TS1216", Severity.Warning,
        "This looks like a table but cannot be read as one; it is printed as text.",
        "此处像是表格，但无法识别，按文字印出。",
        "A table needs a row of dashes (| --- | --- |) below its head, and every row a “|”.",
        "表头下须有一行短横（| --- | --- |），每行都要有“|”。");

    public static readonly MessageTemplate BlockInNote = new(
        "TS1217", Severity.Warning,
        "A note can hold paragraphs only; this is set as one.",
        "脚注只能含有段落，此处按段落排。",
        "Move lists, quotes, tables and images into the text.",
        "请将列表、引文、表格、图片移到正文。");

    public static readonly MessageTemplate MathNotSupported = new(
        "TS1218", Severity.Warning,
        "Formulas are not set; this is printed as it stands.",
        "不支持公式排版，按原文印出。",
        "Put the formula in as an image.",
        "请将公式作为图片插入。");

    public static readonly MessageTemplate DefinitionList = new(
        "TS1219", Severity.Warning,
        "A paragraph that begins with “: ” is the caption of the table above it, but there is no table.",
        "以“: ”开头的段落是上方表格的表题，但上方没有表格。",
        "Move it right below its table, or take the colon away.",
        "请移到表格之下，或删去冒号。");

    public static readonly MessageTemplate StrayCommand = new(
        "TS1220", Severity.Warning,
        "“{0}” is printed as it stands.",
        "“{0}”按原文印出。",
        "A page break is \\newpage alone on a line.",
        "分页请将 \\newpage 单独写一行。");

    public static readonly MessageTemplate EmptyParagraph = new(
        "TS1221", Severity.Warning,
        "These attributes belong to no text.",
        "这些属性没有对应的文字。",
        "Put them at the end of a paragraph.",
        "请写在段落末尾。");

    public static readonly MessageTemplate NoteInNote = new(
        "TS1222", Severity.Error,
        "A note inside a note is not possible; its text would not be printed.",
        "注中不能再加注，其注文不会印出。",
        "Put its text into the outer note.",
        "请将注文并入外层的注。");

    public static readonly MessageTemplate TooComplex = new(
        "TS1223", Severity.Error,
        "This paragraph has more than {0} signs of markup.",
        "该段的标记符号超过 {0} 个。",
        "Divide it; a bracket, star or back quote that is meant as text is written with a backslash before it.",
        "请拆分；作为文字的方括号、星号、反引号请在前面加反斜杠。");

    public static readonly MessageTemplate MissingImage = new(
        "TS1301", Severity.Error,
        "There is no image {0}.",
        "找不到图片 {0}。",
        "Put the file there, or correct the path; it counts from the booklet's folder, upper and lower case count.",
        "请将图片放到该处，或更正路径；路径从小册子文件夹算起，注意大小写。");

    public static readonly MessageTemplate RemoteImage = new(
        "TS1302", Severity.Error,
        "“{0}” is not a file of the booklet.",
        "“{0}”不是小册子中的文件。",
        "Save the image into the folder and write its path (images/NAME.png).",
        "请将图片存入文件夹，并写其路径（images/名称.png）。");

    public static readonly MessageTemplate ImageAmongText = new(
        "TS1303", Severity.Warning,
        "An image among text is set as a figure after the paragraph.",
        "文字之间的图片将作为插图排在该段之后。",
        "Put the image in a paragraph of its own.",
        "请将图片单独成段。");

    public static readonly MessageTemplate UnsupportedImage = new(
        "TS1304", Severity.Error,
        "{0} is neither PNG nor JPEG.",
        "{0} 不是 PNG 或 JPEG。",
        "Save the image as PNG (drawings) or JPEG (photographs).",
        "请另存为 PNG（图表）或 JPEG（照片）。");

    public static readonly MessageTemplate DamagedImage = new(
        "TS1305", Severity.Error,
        "The image {0} is damaged: {1}.",
        "图片 {0} 已损坏：{1}。",
        "Save the image again.",
        "请重新保存图片。");

    public static readonly MessageTemplate RotatedImage = new(
        "TS1306", Severity.Warning,
        "{0} says that it is to be turned when shown; it is printed as stored.",
        "{0} 带有旋转标记，将按存储的方向印出。",
        "Open the photograph, turn it upright and save it.",
        "请打开照片，转正后保存。");

    public static readonly MessageTemplate ImageInHeading = new(
        "TS1307", Severity.Error,
        "An image cannot stand in a heading, a table, a caption or a note.",
        "标题、表格、图注、脚注中不能有图片。",
        "Put the image in a paragraph of its own.",
        "请将图片单独成段。");
}
