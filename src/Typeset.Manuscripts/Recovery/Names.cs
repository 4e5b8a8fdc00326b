namespace Typeset.Manuscripts.Recovery;

/// <summary>Whether words look like persons or like bodies; by their shape, not by lists of them.</summary>
internal static class Names
{
    /// <summary>The commonest surnames of one character (公安部户政管理研究中心《二〇二〇年全国姓名报告》 and the census lists behind it), and what pen names begin with.</summary>
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝官封谈匡鞠惠荆郁胥班储栗燕楚鄢谌奚冼蔺厉伊仝郜阚屠闻丰阿老小";
    private static readonly string[] CompoundSurnames = ["欧阳", "司马", "诸葛", "上官", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "宇文", "长孙", "端木", "东郭", "独孤", "南宫", "申屠", "闻人"];

    /// <summary>What the names of bodies end in.</summary>
    private const string BodyEndings = "社报网局部委院处室会厅办所司署台刊校馆站团队组厂店府署行";
    private static readonly string[] LongBodyEndings = ["中心", "杂志", "公司", "大学", "政府", "基地", "支部", "月刊", "周刊", "学报", "频道", "客户端", "公众号"];

    /// <summary>A name of a person has two to four Han characters (with a dot, up to ten).</summary>
    private const int LongestName = 4;

    public static bool IsBody(string text) => text.Length >= 3 && (BodyEndings.Contains(text[^1]) || LongBodyEndings.Any(text.EndsWith)) && text.All(static c => Glyph.IsHan(c) || char.IsLetterOrDigit(c) || c is '·' or '（' or '）');

    /// <summary>One name, its characters spaced out: 阿　川.</summary>
    public static bool IsSpacedName(string text) => text.Length is >= 3 and <= 6 && Glyph.IsHan(text[0]) && Glyph.IsSpace(text[1]) && LetterSpacing.Words(text) is [{ Length: 2 or 3 }];

    /// <summary>A person, or several parted by spaces or enumeration commas; letter-spaced names of two characters among them.</summary>
    public static bool IsPersons(string text) => Are(text, IsPerson);

    /// <summary>Words that have a name’s shape, where something else says that a name stands here.</summary>
    public static bool CouldBePersons(string text) => Are(text, HasShape);

    private static bool Are(string text, Func<string, bool> isPerson)
    {
        var closed = LetterSpacing.Close(text);
        var count = 0;
        foreach (var name in closed.Split([' ', '\u3000', '、', '，'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isPerson(WithoutWork(name))) return false;
            count++;
        }

        return count is > 0 and <= 6;
    }

    /// <summary>观察组整理: a body, and what it did.</summary>
    public static bool IsBodyAtWork(string text) => Glyph.Squeeze(text) is { Length: <= 20 } words && WithoutWork(words) is var body && body.Length < words.Length && IsBody(body);

    public static bool IsReporter(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)["本报记者", "本刊记者", "本台记者", "本报通讯员", "本刊编辑部", "本报评论员", "特约记者", "新华社记者", "记者 ", "通讯员 ", "文 ", "By ", "◎", "□", "■", "○", "●"])
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return Glyph.Squeeze(text).Length <= 24;
        }

        return false;
    }

    /// <summary>The name without what its bearer did: 顾一苇整理.</summary>
    private static string WithoutWork(string name)
    {
        foreach (var work in (ReadOnlySpan<string>)["口述", "整理", "编译", "翻译", "采写", "摄影", "撰文", "供稿", "执笔", "讲述", "记录", "译", "文", "图", "编"])
        {
            if (name.Length > work.Length + 1 && name.EndsWith(work, StringComparison.Ordinal)) return name[..^work.Length];
        }

        return name;
    }

    private static bool IsPerson(string name)
    {
        if (!HasShape(name) || name.Contains('·')) return HasShape(name);
        return name.Length == LongestName ? CompoundSurnames.Contains(name[..2]) : Surnames.Contains(name[0]);
    }

    private static bool HasShape(string name)
    {
        if (name.Contains('·')) return name.Length <= 12 && name.All(static c => Glyph.IsHan(c) || c == '·');
        return name.Length is >= 2 and <= LongestName && name.All(Glyph.IsHan);
    }
}
