namespace Typeset.Core.Messages;

/// <summary>TS70xx: files for the press and for archives.</summary>
public static class PressMessages
{
    public static readonly MessageTemplate UnusableProfile = new(
        "TS7001", Severity.Error,
        "The colour profile {0} cannot be used: {1}.",
        "颜色特性文件 {0} 不能使用：{1}。",
        "Ask the printer for the ICC profile of the printing condition (CMYK, class “prtr”), or leave out --icc for FOGRA39.",
        "请向印刷厂索取印刷条件的 ICC 特性文件（CMYK，输出设备类），或不用 --icc，按 FOGRA39 输出。");

    public static readonly MessageTemplate NoStyleProfile = new(
        "TS7010", Severity.Error,
        "The colour profile {0} that the style names is not in the style's folder, or is larger than {1} MB.",
        "样式指定的颜色特性文件 {0} 不在样式文件夹内，或大于 {1} MB。",
        "Put it beside the style's file and write its path from there, without “..”; or give it with --icc.",
        "请放在样式文件旁边，按相对路径书写，不用“..”；或用 --icc 指定。");

    public static readonly MessageTemplate BadPaper = new(
        "TS7011", Severity.Error,
        "“{0}” is not possible for “press.{1}” of the style: {2}.",
        "样式的“press.{1}”不能为“{0}”：{3}。");

    public static readonly MessageTemplate NoPressDate = new(
        "TS7002", Severity.Warning,
        "No date was given; a press file must have one, so it says 1970-01-01.",
        "未指定日期；印刷文件必须带日期，已写成 1970-01-01。",
        "Give the date with --date or SOURCE_DATE_EPOCH.",
        "用 --date 或 SOURCE_DATE_EPOCH 指定日期。");

    public static readonly MessageTemplate CoarseImage = new(
        "TS7003", Severity.Warning,
        "The image {0} has {1} pixels an inch at its printed size; print wants 300.",
        "图片 {0} 按印出的大小每英寸只有 {1} 像素；印刷要 300。",
        "Use a larger original, or print the image smaller.",
        "换用更大的原图，或把图印小些。");

    public static readonly MessageTemplate BlurredImage = new(
        "TS7004", Severity.Warning,
        "The image {0} has only {1} pixels an inch at its printed size and will look blurred; print wants 300, 150 at the least.",
        "图片 {0} 按印出的大小每英寸只有 {1} 像素，印出来会模糊；印刷要 300，至少 150。",
        "Use a larger original, or print the image smaller.",
        "换用更大的原图，或把图印小些。");

    public static readonly MessageTemplate NoAlternative = new(
        "TS7005", Severity.Warning,
        "The image {0} has neither a description nor a caption; readers who do not see it are told its file name.",
        "图片 {0} 既无替代文字也无图注；看不见它的读者只会听到文件名。",
        "Describe it in the square brackets: ![description](file).",
        "在方括号里写明它是什么：![说明](文件)。");

    public static readonly MessageTemplate InksConverted = new(
        "TS7006", Severity.Note,
        "The CMYK image {0} was made for {1}; its inks were told anew for {2}.",
        "CMYK 图片 {0} 为 {1} 分色，已换算为 {2} 的油墨。",
        "Nothing needs doing. To keep its own separation, give the profile of its condition with --icc, or supply the image separated for {2}.",
        "无需处理。若要保留原分色，请用 --icc 给出相同印刷条件，或改供按 {2} 分色的图片。");

    public static readonly MessageTemplate InksAssumed = new(
        "TS7007", Severity.Note,
        "The CMYK image {0} does not say for which press it was made; its inks are taken for those of {1}.",
        "CMYK 图片 {0} 未注明为何种印刷条件分色，按 {1} 的油墨处理。",
        "If it looks wrong in the proof, save it with its profile embedded.",
        "若打样颜色不对，请存图时嵌入特性文件。");

    public static readonly MessageTemplate InksUnknown = new(
        "TS7008", Severity.Warning,
        "The colour profile {1} in the CMYK image {0} cannot be used ({2}); its inks are taken for those of {3}.",
        "CMYK 图片 {0} 中的特性文件 {1} 不能使用（{2}），按 {3} 的油墨处理。",
        "Save the image with a whole profile of its printing condition, or without one.",
        "请存图时嵌入完好的印刷特性文件，或不嵌入。");

    public static readonly MessageTemplate ColoursUnknown = new(
        "TS7013", Severity.Warning,
        "The colour profile in the image {0} cannot be used ({1}); its colours are taken for sRGB.",
        "图片 {0} 中的颜色特性文件不能使用（{1}），按 sRGB 处理。",
        "Convert the image to sRGB and save it again.",
        "请把图片转换为 sRGB 后重新存储。");

    public static readonly MessageTemplate InkSpecks = new(
        "TS7012", Severity.Note,
        "The CMYK image {0} has up to {1} % of ink, over the limit of {3} %, but on {2} % of its area alone; it was left as it is.",
        "CMYK 图片 {0} 的总墨量最高 {1}%，超过上限 {3}%，但只占 {2}% 的面积，未作改动。");

    public static readonly MessageTemplate InkReduced = new(
        "TS7009", Severity.Warning,
        "The CMYK image {0} has up to {1} % of ink, over the limit of {3} % on {2} % of its area; cyan, magenta and yellow were reduced there, black was not.",
        "CMYK 图片 {0} 的总墨量高达 {1}%，有 {2}% 的面积超过上限 {3}%；这些地方已减少青、品红、黄，黑不变。",
        "Separate the image anew with its total ink limited to {3} %, or ask the printer whether --ink-limit may be higher.",
        "请按总墨量 {3}% 重新分色，或询问印刷厂 --ink-limit 可否放宽。");
}
