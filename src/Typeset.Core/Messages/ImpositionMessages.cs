namespace Typeset.Core.Messages;

/// <summary>TS75xx: laying pages on sheets.</summary>
public static class ImpositionMessages
{
    public static readonly MessageTemplate NoPages = new(
        "TS7501", Severity.Error,
        "The booklet has no pages to lay on sheets.",
        "小册子没有可供拼版的页。",
        "Look at what `typeset build` says of it.",
        "请先看 `typeset build` 的提示。");

    public static readonly MessageTemplate DifferentSizes = new(
        "TS7502", Severity.Error,
        "Page {0} is {1}, but page 1 is {2}; sheets are folded and trimmed to one size.",
        "第 {0} 页为 {1}，而第 1 页为 {2}；折页、裁切只能有一种成品尺寸。",
        "Give all articles styles with one page size.",
        "请让各篇文章的样式使用同一页面尺寸。");

    public static readonly MessageTemplate SheetTooSmall = new(
        "TS7503", Severity.Error,
        "{0} needs a sheet of at least {1}; the one asked for is {2}.",
        "{0} 至少需要 {1} 的纸，而指定的是 {2}。",
        "Give a larger --sheet, a scheme with fewer pages to a sheet, or --trim 0mm where nothing bleeds and nothing is trimmed.",
        "请用更大的 --sheet，或每张页数更少的方案；若无出血、不裁切，可用 --trim 0mm。");

    public static readonly MessageTemplate BlanksNeeded = new(
        "TS7504", Severity.Error,
        "{0} pages do not fill the sheets of {1}: {2} blank pages would be needed, and --blanks refuse allows none.",
        "{0} 页填不满 {1} 的各张：需补 {2} 个空白页，而 --blanks refuse 不允许补。",
        "Change the number of pages, or use --blanks end or --blanks before-last.",
        "请调整页数，或改用 --blanks end 或 --blanks before-last。");

    public static readonly MessageTemplate TooThickToStitch = new(
        "TS7505", Severity.Error,
        "{2} pages are {0} thick; wire stitches hold at most {1}.",
        "{2} 页厚 {0}，铁丝订最多只能订 {1}。",
        "Use --scheme perfect:16, or thinner paper.",
        "请改用 --scheme perfect:16，或用更薄的纸。");

    public static readonly MessageTemplate ThickToStitch = new(
        "TS7506", Severity.Warning,
        "The booklet is {0} thick; over {1} a stitched booklet does not stay closed.",
        "小册子厚 {0}；超过 {1}，骑马订的册子合不拢。",
        "Ask the binder, or use --scheme perfect:16.",
        "请询问装订厂，或改用 --scheme perfect:16。");

    public static readonly MessageTemplate TooThickToBind = new(
        "TS7507", Severity.Error,
        "{2} pages are {0} thick; binders take at most {1}.",
        "{2} 页厚 {0}，胶订机最多只能夹 {1}。",
        "Divide the booklet into volumes, or use thinner paper.",
        "请分册，或用更薄的纸。");

    public static readonly MessageTemplate NothingInside = new(
        "TS7508", Severity.Error,
        "The booklet has {0} pages; with a cover of its own it needs at least {1}.",
        "小册子只有 {0} 页；另印封面至少需要 {1} 页。",
        "Leave out --cover.",
        "请不用 --cover。");

    public static readonly MessageTemplate NoSheetHolds = new(
        "TS7509", Severity.Error,
        "No usual sheet holds {0}.",
        "没有容得下 {0} 的常用纸张。",
        "Use a scheme with fewer pages to a sheet, or name your press's sheet with --sheet.",
        "请用每张页数更少的方案，或用 --sheet 指明印刷机的纸张尺寸。");

    public static readonly MessageTemplate ProofTooSmall = new(
        "TS7510", Severity.Error,
        "Pages of {0} on a sheet of {1} would be smaller than a twentieth.",
        "在 {1} 的纸上按 {0} 排，页面会缩到不足二十分之一。",
        "Put fewer pages on a side, or give a larger --sheet.",
        "请减少每面页数，或用更大的 --sheet。");

    public static readonly MessageTemplate NoRoomForMarks = new(
        "TS7511", Severity.Note,
        "The sheet has no room for all crop marks and the slug line; those that would reach over its edge are left out.",
        "纸边放不下全部裁切标记和版边说明，超出纸边的已略去。",
        "A larger --sheet has room for them.",
        "换用更大的 --sheet 即可放下。");

    public static readonly MessageTemplate Spill = new(
        "TS7512", Severity.Warning,
        "{0} pages spill over the whole sheets of {1} by {2}; blank pages that fill the last: {3}.",
        "{0} 页比 {1} 的整张多出 {2} 页；末张补空白页 {3} 页。",
        "Fewer pages by {2} would save a sheet; short last pages alone do not give so many.",
        "减少 {2} 页即可省去一张；仅靠收紧各文末页的短尾还不够。");

    public static readonly MessageTemplate SpillOfTails = new(
        "TS7514", Severity.Warning,
        "{0} pages spill over the whole sheets of {1} by {2}; blank pages that fill the last: {3}.",
        "{0} 页比 {1} 的整张多出 {2} 页；末张补空白页 {3} 页。",
        "Fewer pages by {2} would save a sheet: tighten the short last pages named here ({4}).",
        "减少 {2} 页即可省去一张：收紧下面指出的短尾（{4} 处）即可。");

    public static readonly MessageTemplate ShortTail = new(
        "TS7513", Severity.Note,
        "The last page of “{0}” (page {1}) holds few lines: {2}.",
        "《{0}》的末页（第 {1} 页）只有 {2} 行。",
        "Take it in with `style: { pages: { short-tail-lines: {2}, short-tail-step: 0.5pt, short-tail-steps: 4 } }` in the article's front matter, or with a few words less.",
        "可在该文文首加 `style: { pages: { short-tail-lines: {2}, short-tail-step: 0.5pt, short-tail-steps: 4 } }` 收紧，或删去几个字。");

    public static readonly MessageTemplate CoverOnOtherSheet = new(
        "TS7521", Severity.Warning,
        "The cover is {0} with its trim and does not fit a sheet of {1}; it was laid on one of {2}.",
        "封面连裁切余量为 {0}，{1} 的纸放不下，已排在 {2} 的纸上。",
        "Tell the printer that the cover takes another sheet, or give a larger --sheet.",
        "请告知印刷厂封面另用纸张，或用更大的 --sheet。");

    public static readonly MessageTemplate GivenPdf = new(
        "TS7522", Severity.Error,
        "{0} is a PDF file; sheets are laid of booklets and manuscripts, not of finished PDF files.",
        "{0} 是 PDF 文件；拼版的对象是小册子和稿件，不是做好的 PDF。",
        "Name the folder or the manuscripts that it was built from, with the same --style: the pages come out the same.",
        "请指定生成它的文件夹或稿件，并用同样的 --style：排出的页面完全相同。");

    public static readonly MessageTemplate BadOption = new(
        "TS7520", Severity.Error,
        "{0} does not take “{1}”: {2}.",
        "{0} 不接受“{1}”：{3}。");
}
