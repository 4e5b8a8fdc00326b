namespace Typeset.Layout.Inline;

/// <summary>Words that titles are full of, so that no line of a title ends inside one.</summary>
internal static class TitleWords
{
    private const string Words =
        "工作会议讲话学习研究部署精神重要指示批示强调坚持推进推动加强改进深化深入全面统筹落实贯彻实施执行组织领导干部党员群众人民国家社会经济政治文化生态文明建设发展改革开放创新" +
        "制度体系能力治理管理监督检查考核评价服务保障安全稳定生产生活就业教育医疗卫生健康养老住房交通农业农村农民乡村振兴脱贫攻坚扶贫防控疫情肺炎病毒防治救治科学技术科研人才" +
        "企业产业行业市场金融财政税收投资消费贸易外资外贸经营项目工程设施基础设备资源能源环境保护污染绿色低碳城市城乡区域地区中心中央中国中共北京上海全国全省全市各级各地机关单位" +
        "部门委员会员代表大会常委纪委省委市委县委政府 国务院 公共图书馆 古籍 博物馆 委员会 代表团 共产党 现代化 新时代 负责人 志愿者 办公室 座谈会 研讨会 运动会 展览会 座谈会 发布会 常委会 办法办公通知意见规定条例方案规划计划报告总结摘编汇编选编文件资料材料关于印发发布公布召开举行出席参加参观考察调研座谈" +
        "指导督导培训活动主题专题座右任务目标要求措施举措政策战略路线方针原则思想理论实践经验作风纪律法律法治法规司法执法公安公共应急预案突发事件问题困难矛盾风险挑战机遇形势" +
        "情况情形进展成绩成就成果成效作用影响意义责任义务权力权利利益关系团结合作交流友好和平世界国际国内外交历史时代时期阶段时间今年去年明年年度季度新型冠状冠肺坚定坚决信心意志" +
        "决心勇气果断顽强打赢战争战斗战役战胜阻击总体武汉湖北广大医务人员确保持续健康投入斗争高度重视关心关爱爱护作出带头充分发挥先锋模范堡垒坚强有力提供支持支撑支部基层社区" +
        "街道乡镇街巷家庭家风学校学生教师老师青年妇女儿童老人少年读书阅读书籍图书出版编辑印刷排版设计文字文章文学艺术音乐美术体育运动比赛旅游自然山水河流森林海洋天气气候春天夏天" +
        "秋天冬天节日传统现代当代未来过去现在开始结束以来以及以上以下之间之一其中其他其它这个那个我们你们他们她们大家自己什么怎样怎么如何为了因为所以但是如果虽然然而而且并且或者" +
        "不断不能不要必须应当可以可能需要希望努力奋斗奋进前进提高提升提出增强扩大扩展完善健全建立建成建议构建形成实现完成达到取得获得决定决策决议同志先生女士主席总理书记部长省长" +
        "市长县长 习近平";

    private static readonly HashSet<uint> Pairs = Collect();

    /// <summary>Whether the two characters are a word of two.</summary>
    public static bool IsWord(char first, char second) => Pairs.Contains(Key(first, second));

    /// <summary>The words are run together two by two; longer ones stand between spaces and give each of their pairs.</summary>
    private static HashSet<uint> Collect()
    {
        var pairs = new HashSet<uint>(Words.Length / 2);
        foreach (var stretch in Words.Split(' '))
        {
            var step = stretch.Length <= 5 ? 1 : 2;
            for (var i = 0; i + 1 < stretch.Length; i += step) pairs.Add(Key(stretch[i], stretch[i + 1]));
        }

        return pairs;
    }

    private static uint Key(char first, char second) => (uint)first << 16 | second;
}
