namespace Typeset.Manuscripts.Recovery;

/// <summary>The fields of a line under a title, or of the line after a body that tells where it was printed; strong where a date, a label or a bracket says so, else only the words’ shape does.</summary>
internal sealed record Credit(string Date, string Source, string Byline, string Note, bool IsStrong);

/// <summary>Reads lines of credits: date, source, byline, in any order, with labels or without.</summary>
internal ref struct CreditReader
{
    /// <summary>A line of credits is at most so wide, in em.</summary>
    private const double WidestLine = 45;

    /// <summary>A name or a body without a label is at most so long.</summary>
    private const int LongestBody = 16;

    private static readonly (string Word, Field Field)[] Labels =
    [
        ("信息来源", Field.Source), ("文章来源", Field.Source), ("来源", Field.Source), ("原载", Field.Source), ("转自", Field.Source), ("摘自", Field.Source), ("稿源", Field.Source), ("出处", Field.Source), ("来源于", Field.Source),
        ("文章作者", Field.Byline), ("作者", Field.Byline), ("撰稿", Field.Byline), ("执笔", Field.Byline), ("供稿", Field.Byline), ("记者", Field.Byline), ("整理", Field.Byline), ("文", Field.Byline),
        ("发布时间", Field.Date), ("发布日期", Field.Date), ("发表时间", Field.Date), ("日期", Field.Date), ("时间", Field.Date),
        ("责任编辑", Field.Note), ("责编", Field.Note), ("编辑", Field.Note), ("校对", Field.Note), ("审核", Field.Note),
        ("字号", Field.Page), ("字体", Field.Page), ("浏览次数", Field.Page), ("浏览量", Field.Page), ("浏览", Field.Page), ("阅读次数", Field.Page), ("阅读量", Field.Page), ("点击数", Field.Page), ("点击", Field.Page), ("访问量", Field.Page), ("分享到", Field.Page),
    ];

    /// <summary>What a line of credits says; <see cref="Page"/> is what a web page says of itself, and is cut.</summary>
    private enum Field { None, Date, Source, Byline, Note, Page }

    private string _date = "", _source = "", _byline = "", _note = "";
    private bool _strong;
    private bool _fits = true;

    public CreditReader()
    {
    }

    /// <summary>The credits of a line; null where it is none.</summary>
    public static Credit? Read(string text)
    {
        if (Widths.Columns(text) > WidestLine || text.AsSpan().IndexOfAny('。', '！', '？') >= 0 || Marker.Of(text).CanHead) return null;
        if (IsPrintedIn(text)) return new Credit(DateIn(text), Glyph.Squeeze(text), "", "", true);
        var reader = new CreditReader();
        var bracketed = text.Length > 2 && Glyph.CloserOf(text[0]) == text[^1] && text[0] is '（' or '(' && text.AsSpan(1, text.Length - 2).IndexOfAny('（', '(') < 0;
        reader._strong = bracketed && DateText.Find(text).Start >= 0;
        reader.ReadAll(bracketed ? text[1..^1] : text);
        return reader._fits && (reader._date + reader._source + reader._byline + reader._note).Length > 0
            ? new Credit(reader._date, reader._source, reader._byline, reader._note, reader._strong) : null;
    }

    /// <summary>《人民日报》（2020年02月24日01版）,（来源：…）: the place of print, as a whole.</summary>
    private static bool IsPrintedIn(string text)
    {
        var whole = Glyph.Squeeze(text);
        if (whole.Length < 5) return false;
        if (whole[0] == '《') return whole.IndexOf('》') is var close and > 0 && close + 1 < whole.Length && whole[close + 1] is '（' or '(' && whole[^1] is '）' or ')' && DateIn(whole).Length > 0;
        if (whole[0] is not ('（' or '(') || whole[^1] is not ('）' or ')') || NamesWriter(text)) return false;
        var inner = whole.AsSpan(1);
        return inner[0] == '《' && inner.Contains('》') || inner.StartsWith("来源") || inner.StartsWith("原载") || inner.StartsWith("摘自") || inner.StartsWith("转自") || inner.StartsWith("据《");
    }

    /// <summary>（原载《…》　作者：…）: the writer is no part of the place of print.</summary>
    private static bool NamesWriter(string text)
    {
        for (var at = 2; at < text.Length; at++)
        {
            if (Glyph.IsSpace(text[at - 1]) && LabelAt(text, at, out var field, out _) && field == Field.Byline) return true;
        }

        return false;
    }

    private static string DateIn(string text) => DateText.Find(text) is { Start: >= 0 } found ? Glyph.Squeeze(text.AsSpan(found.Start, found.End - found.Start)) : "";

    private void ReadAll(string text)
    {
        var (from, field) = (0, Field.None);
        for (var at = 0; at < text.Length;)
        {
            if (LabelAt(text, at, out var label, out var length))
            {
                Take(text[from..at], field);
                (at, from, field) = (at + length, at + length, label);
                _strong = true;
                continue;
            }

            // A date inside the name of a source belongs to it; one that stands apart from it does not.
            var date = field == Field.Source && !(at > from && Glyph.IsSpace(text[at - 1])) ? (-1, -1) : DateText.Find(text.AsSpan(at));
            if (date.Item1 == 0)
            {
                if (from < at) Take(text[from..at], field);
                var end = DateText.ExtendedEnd(text, at + date.Item2);
                Put(ref _date, Glyph.Squeeze(text.AsSpan(at, end - at)));
                (at, from, field) = (end, end, Field.None);
                _strong = true;
                continue;
            }

            at++;
        }

        Take(text[from..], field);
    }

    private static bool LabelAt(string text, int at, out Field field, out int length)
    {
        (field, length) = (Field.None, 0);
        if (at > 0 && !Glyph.IsSpace(text[at - 1]) && !Glyph.IsMark(text[at - 1]) && text[at - 1] is not ('|' or '日')) return false;
        foreach (var (word, kind) in Labels)
        {
            if (!text.AsSpan(at).StartsWith(word)) continue;
            var end = at + word.Length;
            while (end < text.Length && Glyph.IsSpace(text[end])) end++;
            if (end >= text.Length || text[end] is not ('：' or ':' or '/' or '／' or '丨' or '|')) continue;
            (field, length) = (kind, end + 1 - at);
            return true;
        }

        return false;
    }

    private void Take(string part, Field field)
    {
        var words = Glyph.Trim(Glyph.Trim(part).Trim("|丨/／,，;；")).ToString();
        if (words.Length == 0 || field == Field.Page || IsClock(words)) return;
        if (words.Length > 3 * LongestBody) _fits = false;
        if (field == Field.None) TakeUnlabelled(words);
        else if (field == Field.Date) _fits = false;
        else if (field == Field.Source) Put(ref _source, CloseNames(words));
        else if (field == Field.Byline) Put(ref _byline, CloseNames(words));
        else Put(ref _note, CloseNames(words));
    }

    private void TakeUnlabelled(string words)
    {
        var closed = Glyph.Squeeze(words);
        if (IsOrigin(closed)) Put(ref _source, CloseNames(words));
        else if (closed.Length > LongestBody) _fits = false;
        else if (Names.IsReporter(words)) Put(ref _byline, CloseNames(words));
        else if ((closed[0] == '《' && closed.IndexOf('》') >= closed.Length - 8) || Names.IsBody(closed)) Put(ref _source, CloseNames(words));
        else if (Names.CouldBePersons(words)) Put(ref _byline, CloseNames(words));
        else _fits = false;
    }

    /// <summary>原载《…》2024年第2期.</summary>
    private static bool IsOrigin(string words) =>
        words.Length <= 3 * LongestBody && words.Contains('》') && (words.StartsWith("原载", StringComparison.Ordinal) || words.StartsWith("摘自", StringComparison.Ordinal) || words.StartsWith("转自", StringComparison.Ordinal));

    private static bool IsClock(string words) => words.All(static c => char.IsAsciiDigit(c) || c is ':' or '：') && words.Length <= 8;

    private static string CloseNames(string words) => LetterSpacing.Close(words);

    private static void Put(ref string field, string value) => field = field.Length == 0 ? value : field + " " + value;
}
