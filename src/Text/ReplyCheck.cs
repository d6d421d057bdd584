using System.Text.RegularExpressions;

namespace UnionHall.Text;

/// <summary>An ask and whether the reply takes it up.</summary>
/// <param name="Ask">What was asked.</param>
/// <param name="IsAddressed">The reply speaks of it, and where a time or a number was asked, gives one.</param>
public sealed record CheckedAsk(Ask Ask, bool IsAddressed);

/// <summary>What its writer is told of a reply.</summary>
/// <param name="Asks">Every ask of the letter.</param>
/// <param name="Open">Those that are told as not taken up.</param>
/// <param name="IsForAnybody">It could be sent to anybody.</param>
/// <param name="Phrases">Words without a date or a basis.</param>
public sealed record ReplyTold(IReadOnlyList<CheckedAsk> Asks, IReadOnlyList<Ask> Open, bool IsForAnybody, IReadOnlyList<string> Phrases)
{
    /// <summary>True when anything is told.</summary>
    public bool Any => Open.Count > 0 || IsForAnybody || Phrases.Count > 0;
}

/// <summary>Looks through a reply before it is sent. It hints; a person decides.</summary>
/// <remarks>
/// An ask counts as taken up when the reply holds a quarter of its keywords (at least one), or two of those said just before an ask
/// that alone says too little, and a date or length of time where it asks
/// when, a number where it asks how much. One ask alone without keywords counts as taken up by any reply that says something of
/// its own. Open asks are told where fewer than a third are taken up: above that share they are open in good replies as often as in bad
/// ones. Of the empty phrases those are told that stand in bad replies more often. Measured against hand labels in
/// tests/Text.Tests/ReplyCheckTests.cs; figures in docs/decisions/0013.
/// </remarks>
public static partial class ReplyCheck
{
    private const double Share = 0.25;
    private const double EnoughTakenUp = 1.0 / 3;
    private const int ContextEnough = 2;
    private const int OwnWordsEnough = 8;
    private const int SaysSomething = 3;
    private const int LongForNothing = 30;

    /// <summary>What is told before a reply is sent.</summary>
    /// <param name="letter">The worker's words.</param>
    /// <param name="reply">What is to be sent.</param>
    /// <param name="hasFiles">Files go with it, which may say what the words do not.</param>
    public static ReplyTold Told(string? letter, string? reply, bool hasFiles)
    {
        var asks = Asks(letter, reply);
        List<Ask> open = [.. asks.Where(ask => !ask.IsAddressed).Select(ask => ask.Ask)];
        var isForAnybody = !hasFiles && open.Count == asks.Count && IsTemplateOnly(letter, reply);
        return new ReplyTold(asks, asks.Count - open.Count < asks.Count * EnoughTakenUp ? open : [], isForAnybody, EmptyPhrases(reply));
    }

    /// <summary>Each ask of the letter with what the reply makes of it.</summary>
    /// <param name="letter">The worker's words.</param>
    /// <param name="reply">What is to be sent.</param>
    public static IReadOnlyList<CheckedAsk> Asks(string? letter, string? reply)
    {
        var own = string.Concat(Own(SaidBy(letter, reply)));
        var words = Keywords.Of(own).ToHashSet(StringComparer.Ordinal);
        return [.. LetterAsks.In(letter).Select(ask => new CheckedAsk(ask, Takes(ask, own, words)))];
    }

    /// <summary>True when all of the reply could be sent to anybody: nothing but courtesies and empty phrases, or a long text that never touches the letter.</summary>
    /// <param name="letter">The worker's words.</param>
    /// <param name="reply">What is to be sent.</param>
    public static bool IsTemplateOnly(string? letter, string? reply)
    {
        var own = Own(SaidBy(letter, reply)).ToList();
        if (own.Sum(sentence => Empty().Replace(sentence, "").Count(char.IsLetterOrDigit)) < SaysSomething)
        {
            return true;
        }

        var matter = Keywords.Of(letter).ToHashSet(StringComparer.Ordinal);
        return own.Sum(PlainText.CountCodePoints) >= LongForNothing && !own.Exists(sentence => HasFact(sentence) || Keywords.Of(sentence).Any(matter.Contains));
    }

    /// <summary>Phrases that say something is under way, or with somebody else, without a date or a basis, as they stand in the reply; each once.</summary>
    /// <param name="reply">What is to be sent.</param>
    public static IReadOnlyList<string> EmptyPhrases(string? reply) =>
        [.. Sentences(reply).Where(sentence => !HasFact(sentence)).SelectMany(sentence => UnderWay().Matches(sentence).Select(match => match.Value)).Distinct(StringComparer.Ordinal)];

    private static bool Takes(Ask ask, string reply, HashSet<string> words)
    {
        if ((When().IsMatch(ask.Text) && !Time().IsMatch(reply)) || (HowMuch().IsMatch(ask.Text) && !Number().IsMatch(reply)))
        {
            return false;
        }

        var (keywords, around) = (Keywords.Of(ask.Text), Keywords.Of(ask.Context));
        if (keywords.Count + around.Count == 0)
        {
            return PlainText.CountCodePoints(reply) >= OwnWordsEnough;
        }

        return (keywords.Count > 0 && keywords.Count(words.Contains) >= Math.Max(1, (int)(keywords.Count * Share)))
            || (around.Count > 0 && around.Count(words.Contains) >= Math.Min(around.Count, ContextEnough));
    }

    /// <summary>The sentences of a reply that are more than politeness.</summary>
    private static IEnumerable<string> Own(string? reply) =>
        Sentences(reply).Select(sentence => Polite().Replace(sentence, "")).Where(sentence => PlainText.CountCodePoints(sentence.Trim('，', '。', '！', ' ')) > 1);

    /// <summary>The reply without what it only repeats of the letter in quotation marks, and without places nobody has filled.</summary>
    private static string SaidBy(string? letter, string? reply)
    {
        var heard = PlainText.Clean(letter);
        return Quoted().Replace(Placeholder().Replace(reply ?? "", ""), quote => heard.Contains(quote.Groups["words"].Value.TrimEnd('…', '。'), StringComparison.Ordinal) ? "" : quote.Value);
    }

    private static bool HasFact(string sentence) => Time().IsMatch(sentence) || Basis().IsMatch(sentence);

    private static IEnumerable<string> Sentences(string? text) => Sentence().Matches(PlainText.Clean(text)).Select(match => match.Value);

    [GeneratedRegex(@"[^。！？!?；;\n]+[。！？!?；;]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex("[“「『\"](?<words>[^”」』\"\n]{4,200})[”」』\"]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{[^{}\n]{1,60}\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"什么时候|何时|哪天|几号|几时|多久|多长时间|什么时间|哪一天", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex When();

    [GeneratedRegex(@"多少|几[个次元]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HowMuch();

    [GeneratedRegex(
        @"\d{1,2}\s*月(\s*\d{1,2}\s*[日号]?|底|初|中旬|上旬|下旬)?|\d{1,2}\s*[日号](?!线)|\d{4}\s*年|[今明后]天|今晚|明晚|今明两|[本这下]个?(周|星期|月|季度)|(周|星期)[一二三四五六日天]|月底|年底|\d+\s*个?\s*(工作日|天|日内|周|个月|月内|小时|分钟)|[一二两三四五六七八九十]+个?(工作日|天内?|周内?|个月|小时)|已经?(修好|办好|发放|发了|到账|补缴|整改|完成|装好|恢复|换好|退还|支付)|[上下中]旬|即日起|当日|当天",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\d|[一二两三四五六七八九十百千万]+[元块个次人天]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"《[^》]{2,60}》|第[一二三四五六七八九十百零\d]{1,6}[条款项]|[〔﹝\[(（]20\d\d[〕﹞\])）]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Basis();

    [GeneratedRegex(
        @"正在(积极|抓紧|全力)?(处理|协调|办理|采购|核实|研究|推进|落实|调查|跟进|联系)|(向|由|请)?(相关|有关)部门(反映|处理|协调|咨询|核实|联系)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnderWay();

    [GeneratedRegex(
        @"高度重视|正在(积极|抓紧|全力)?(处理|协调|办理|采购|核实|研究|推进|落实|调查|跟进|联系)|(会|将|争取)?尽快(处理|解决|答复|回复|落实|办理|协调|安排|修复|整改)?|尽早|早日解决|适时|逐步(解决|改善|完善|推进)|进一步(研究|加强|落实|推进|完善|核实)|按(照)?(相关|有关)(规定|政策|要求|程序)|(向|由|请)?(相关|有关)部门(反映|处理|协调|咨询|核实|联系)|会(持续|继续)(关注|跟进)|择机|视情况",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Empty();

    [GeneratedRegex(
        @"(首先|再次|衷心|非常|十分)?(感谢|谢谢)(您|你|网友|各位)?(对.{0,20}(关心|关注|支持|理解|信任|监督|配合|帮助)(与|和|、|及)?)?((的|、|与|和)?(来信|留言|反映|关心|关注|支持|理解|信任|监督|配合|建议))*|(尊敬的|敬爱的)?(网友|市民|职工|来信人|同志|师傅|朋友)?(同志|朋友)?[“""A-Za-z\d*”]*[：:，,]?\s*(您|你们?)好|您?(的)?(来信|留言|诉求|反映的(问题|情况|事))(我们)?(已(经)?)?(收悉|收到|知悉|获悉|了解)了?|(现|特此|就此)?(将(有关|相关|具体)?(情况|内容))?(答复|回复)如下|特此(回复|答复)|请您?(放心|知悉|谅解|理解|耐心等待)|(如有|若有|如您?还?有)(其他|任何)?(疑问|问题|需要).{0,20}(联系|来电|咨询|致电)|祝您?.{0,8}(愉快|顺利|健康|安康)|望您?(理解|谅解|知悉|知晓和理解)|高度重视",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Polite();
}
