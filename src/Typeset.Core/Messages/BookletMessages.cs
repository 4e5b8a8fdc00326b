namespace Typeset.Core.Messages;

/// <summary>TS10xx: files, encodings and YAML; TS11xx: <c>booklet.yaml</c> and front matter.</summary>
public static class BookletMessages
{
    public static readonly MessageTemplate MissingBooklet = new(
        "TS1001", Severity.Error,
        "There is no booklet.yaml in {0}.",
        "{0} 中没有 booklet.yaml。",
        "`typeset new <folder>` starts a booklet; or name the folder that holds booklet.yaml.",
        "用 `typeset new <文件夹>` 新建小册子，或指定含有 booklet.yaml 的文件夹。");

    public static readonly MessageTemplate UnreadableEncoding = new(
        "TS1002", Severity.Error,
        "This file is not in UTF-8: byte {0} cannot be read.",
        "该文件不是 UTF-8 编码：第 {0} 个字节无法读取。",
        "Save it as UTF-8 (or UTF-16 with a byte order mark). Files in GB18030 or GBK cannot be read yet.",
        "请另存为 UTF-8（或带 BOM 的 UTF-16）。暂不支持 GB18030、GBK 编码的文件。");

    public static readonly MessageTemplate ControlCharacter = new(
        "TS1003", Severity.Warning,
        "There is an invisible control character ({0}) here; it is left out.",
        "此处有不可见的控制字符（{0}），已略去。",
        "Delete it in your editor.",
        "请在编辑器中删除。");

    public static readonly MessageTemplate FileTooLarge = new(
        "TS1004", Severity.Error,
        "{0} is larger than {1} MiB.",
        "{0} 超过 {1} MiB。",
        "Divide it into several files.",
        "请拆分成几个文件。");

    public static readonly MessageTemplate InvalidYaml = new(
        "TS1005", Severity.Error,
        "This is not valid YAML: {0}",
        "YAML 语法有误：{0}",
        "Check indentation (spaces, no tabs), the space after a colon, and quote texts that hold “: ” or “#”.",
        "检查缩进（用空格，不用制表符）、冒号后的空格；文字中有“: ”或“#”时请加引号。");

    public static readonly MessageTemplate YamlTooDeep = new(
        "TS1006", Severity.Error,
        "The lists and mappings here are nested more than {0} deep.",
        "此处的列表或映射嵌套超过 {0} 层。",
        "Take the nesting apart.",
        "请减少嵌套。");

    public static readonly MessageTemplate YamlTooLarge = new(
        "TS1007", Severity.Error,
        "With its aliases resolved, this YAML has more than {0} values.",
        "展开别名后，该 YAML 的值超过 {0} 个。",
        "Write the values out instead of using aliases (*name).",
        "请直接写出各值，不用别名（*name）。");

    public static readonly MessageTemplate UnknownAlias = new(
        "TS1008", Severity.Error,
        "The alias “*{0}” has no anchor “&{0}” before it.",
        "别名“*{0}”之前没有锚点“&{0}”。",
        "Write the value out.",
        "请直接写出该值。");

    public static readonly MessageTemplate DuplicateKey = new(
        "TS1009", Severity.Error,
        "“{0}” is given twice; the first counts.",
        "“{0}”出现了两次，以第一次为准。",
        "Remove one of the two.",
        "请删去其中一个。");

    public static readonly MessageTemplate KeyNotText = new(
        "TS1010", Severity.Error,
        "A key must be a plain word.",
        "键必须是普通文字。",
        "Write `key: value`.",
        "请写成“键: 值”。");

    public static readonly MessageTemplate UnknownKey = new(
        "TS1011", Severity.Error,
        "“{0}” is not known here.",
        "此处没有“{0}”这一项。",
        "Known here: {1}.",
        "此处可用：{1}。");

    public static readonly MessageTemplate MisspeltKey = new(
        "TS1012", Severity.Error,
        "“{0}” is not known here.",
        "此处没有“{0}”这一项。",
        "Did you mean “{1}”?",
        "是否想写“{1}”？");

    public static readonly MessageTemplate ExpectedText = new(
        "TS1013", Severity.Error,
        "“{0}” must be a text.",
        "“{0}”应为一行文字。",
        "Write `{0}: text`.",
        "请写成“{0}: 文字”。");

    public static readonly MessageTemplate ExpectedTexts = new(
        "TS1014", Severity.Error,
        "“{0}” must be a text or a list of texts.",
        "“{0}”应为文字或文字的列表。",
        "Write `{0}: text` or `{0}: [first, second]`.",
        "请写成“{0}: 文字”或“{0}: [第一项, 第二项]”。");

    public static readonly MessageTemplate ExpectedList = new(
        "TS1015", Severity.Error,
        "“{0}” must be a list.",
        "“{0}”应为列表。",
        "Write one item a line, each beginning with `- `.",
        "每行一项，行首写“- ”。");

    public static readonly MessageTemplate ExpectedMapping = new(
        "TS1016", Severity.Error,
        "“{0}” must be a mapping of keys to values.",
        "“{0}”应为“键: 值”的映射。",
        "Write `{0}: { key: value }`.",
        "请写成“{0}: { 键: 值 }”。");

    public static readonly MessageTemplate ExpectedFlag = new(
        "TS1017", Severity.Error,
        "“{0}” must be true or false.",
        "“{0}”应为 true 或 false。",
        "Write `{0}: true` or `{0}: false`.",
        "请写成“{0}: true”或“{0}: false”。");

    public static readonly MessageTemplate ExpectedWhole = new(
        "TS1018", Severity.Error,
        "“{0}” must be a whole number from {1} to {2}.",
        "“{0}”应为 {1} 至 {2} 的整数。",
        "Write the number without a unit.",
        "请写数字，不带单位。");

    public static readonly MessageTemplate TextTooLong = new(
        "TS1019", Severity.Error,
        "“{0}” is longer than {1} characters.",
        "“{0}”超过 {1} 个字符。",
        "Check that a quotation mark is closed.",
        "检查引号是否配对。");

    public static readonly MessageTemplate MissingBookletTitle = new(
        "TS1101", Severity.Error,
        "The booklet has no title.",
        "小册子没有标题。",
        "Add `title: …` to booklet.yaml.",
        "请在 booklet.yaml 中添加“title: …”。");

    public static readonly MessageTemplate PathOutside = new(
        "TS1102", Severity.Error,
        "The path “{0}” leads out of the booklet's folder.",
        "路径“{0}”指向小册子文件夹之外。",
        "Put the file into the folder and write its path from there, with “/”.",
        "请将文件放入小册子文件夹，并从该文件夹起写路径，用“/”分隔。");

    public static readonly MessageTemplate MissingArticle = new(
        "TS1103", Severity.Error,
        "There is no file {0}.",
        "找不到文件 {0}。",
        "Check the name; upper and lower case count.",
        "检查文件名，注意大小写。");

    public static readonly MessageTemplate MissingArticleLike = new(
        "TS1104", Severity.Error,
        "There is no file {0}.",
        "找不到文件 {0}。",
        "Did you mean “{1}”?",
        "是否想写“{1}”？");

    public static readonly MessageTemplate ArticleTwice = new(
        "TS1105", Severity.Error,
        "{0} is listed twice.",
        "{0} 列了两次。",
        "Remove one of the two.",
        "请删去其中一个。");

    public static readonly MessageTemplate ArticleNotListed = new(
        "TS1106", Severity.Warning,
        "{0} is in the folder but not in the list of articles; it is not printed.",
        "{0} 在文件夹中，但不在文章列表里，不会印出。",
        "Add it to `articles`, or move it out of the folder.",
        "将其加入 articles，或移出该文件夹。");

    public static readonly MessageTemplate PartsAndArticles = new(
        "TS1107", Severity.Error,
        "There are both `parts` and `articles`; only the parts count.",
        "同时有 parts 和 articles，以 parts 为准。",
        "Move the articles into a part.",
        "请将文章移入某一编。");

    public static readonly MessageTemplate NoArticles = new(
        "TS1108", Severity.Error,
        "The booklet has no articles.",
        "小册子没有文章。",
        "Put articles/NAME.md into the folder, or list them under `articles`.",
        "请在文件夹中放入 articles/名称.md，或在 articles 中列出。");

    public static readonly MessageTemplate BadLanguage = new(
        "TS1109", Severity.Error,
        "“{0}” is not a language tag.",
        "“{0}”不是语言标记。",
        "Write zh-CN, zh-TW, en …",
        "请写 zh-CN、zh-TW、en 等。");

    public static readonly MessageTemplate NotAMapping = new(
        "TS1110", Severity.Error,
        "This file must hold keys and values.",
        "该文件应由“键: 值”组成。",
        "Begin with `title: …`.",
        "请以“title: …”开头。");

    public static readonly MessageTemplate UnclosedFrontMatter = new(
        "TS1121", Severity.Error,
        "The front matter that begins here is not closed.",
        "此处开始的头信息没有结束。",
        "Put a line `---` between it and the text.",
        "请在头信息与正文之间加一行“---”。");

    public static readonly MessageTemplate MissingArticleTitle = new(
        "TS1122", Severity.Error,
        "The article has no title.",
        "文章没有标题。",
        "Begin the file with the lines `---`, `title: …`, `---`.",
        "请在文件开头写三行：“---”“title: …”“---”。");

    public static readonly MessageTemplate EmptyArticle = new(
        "TS1123", Severity.Warning,
        "The article has no text.",
        "文章没有正文。",
        "Write below the front matter, or take the article out of the list.",
        "请在头信息之后写正文，或将其移出文章列表。");
}
