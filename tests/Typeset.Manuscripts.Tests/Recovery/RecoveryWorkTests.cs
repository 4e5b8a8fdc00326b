using System.Text;
using Typeset.Core;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Recovery;

namespace Typeset.Manuscripts.Tests.Recovery;

/// <summary>Four times the text is four times the work, counted in lines looked at and in bytes allocated, whatever the text is made of.</summary>
public sealed class RecoveryWorkTests
{
    private const int Lines = 600;

    /// <summary>Shapes that make an importer look about itself: title after title, mark after mark, lists of contents without end.</summary>
    public static TheoryData<string> Shapes =>
    [
        "老城的护城河今年春天清了一次淤，挖出来的泥里有碎瓷片、铜钱和一只缺了口的\n", "护城河清淤记之{0}\n", "附件1\n", "目录\n", "目录\n河边的日子{0}…………{0}\n河边的日子{0}\n", "第一编 水边\n", "河边的日子{0} 李小明…………{0}\n",
        "2021年4月6日\n", "来源：《城南日报》\n", "一、清淤\n", "1.工具\n", "● 铁锹\n", "第 {0} 页\n", "问：河水清了吗？\n", "\f城南学习材料\n{0}\n", "“（", "李小明\n2021年4月6日\n", "同志们：\n", "此致\n敬礼\n", "\n\n　　　\n", "老城的护城河清淤，", "—— \n", "（来源：城南日报）\n",
    ];

    [Theory, MemberData(nameof(Shapes))]
    public void Four_times_the_text_is_four_times_the_work(string shape)
    {
        Measure(shape, 50);
        var (looks, bytes) = Measure(shape, Lines);
        var (moreLooks, moreBytes) = Measure(shape, Lines * 4);
        Assert.True(moreLooks <= looks * 4.4 + 2000, $"{looks} looks, then {moreLooks}");
        Assert.True(moreBytes <= bytes * 5 + 1_000_000, $"{bytes} bytes, then {moreBytes}");
    }

    private static (long Looks, long Bytes) Measure(string shape, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(shape.Replace("{0}", (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var raw = RawLines.Of(new SourceText("raw.txt", text.ToString()));
        var journal = new Journal();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Recoverer.Recover([raw], new RecoveryOptions(), journal, new DiagnosticBag());
        return (journal.Looks, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
