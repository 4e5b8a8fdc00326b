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
}
