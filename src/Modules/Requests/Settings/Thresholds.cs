namespace UnionHall.Requests.Settings;

/// <summary>A number that an administrator may change.</summary>
/// <param name="Means">What it does, one sentence.</param>
internal sealed record Threshold(string Key, string Name, string Unit, int Least, int Most, string Means)
{
    public string Say(int value) => $"{value:N0} {Unit}";
}

/// <summary>The numbers of this module and the bounds within which they make sense.</summary>
internal static class Thresholds
{
    public const string ConfirmDays = "confirm-days";

    /// <summary>The area of the log.</summary>
    public const string Area = "request-number";

    public static readonly IReadOnlyList<Threshold> All =
    [
        new(ConfirmDays, "等职工表态", "天", 1, 60, "答复以后，职工这么多天没有说解决没解决，就按“没有表态”办结。"),
        new("dispute-working-days", "没解决的，上一级几天内联系", "个工作日", 1, 30, "职工说没解决，上一级的人要在这个时间里联系他。"),
        new("return-working-days", "退单要几天内提出", "个工作日", 1, 30, "派单以后，承办单位认为派错了，要在这个时间里申请退单。申诉求决按时限规则里的异议期限。"),
        new("worker-chase-hours", "职工多久能催一次", "小时", 1, 240, "职工催过以后，过这么久才能再催。"),
        new("escalate-late-days", "超期几天自动提级", "个工作日", 1, 60, "这一段超期这么久还没办完，自动交到上一级。"),
        new("escalate-reworks", "第几次没解决再提一级", "次", 2, 10, "职工第几次说没解决时，再往上交一级。"),
        new("upper-working-days", "提级、报请以后，上级几天办", "个工作日", 1, 60, "交到上一级的，上一级要在这个时间里办；不晚于答应职工的日期。"),
        new("problem-reworks", "没解决几次算问题工单", "次", 1, 20, "职工说没解决到这个次数，就列进“问题工单”。"),
        new("problem-units", "经过几个单位没办成算问题工单", "个", 2, 20, "这么多单位接过又退回、上交，没有办出结果，就列进“问题工单”。"),
        new("follow-up-attempts", "回访最多打几次", "次", 1, 10, "没人接，换一天再打；打满这么多次还没人接，记“联系不上”。"),
        new("rework-working-days", "重办几天内答复", "个工作日", 1, 60, "回访时职工说没解决，退回重办，新的期限从这里来。"),
        new("feedback-days", "办结以后几天内可以评价", "天", 1, 90, "办结消息里的评价链接，过了这么多天就打不开。"),
        new("same-matter-days", "几天内算同一件事", "天", 1, 365, "同一位职工这么多天里又说同一类事，或话差不多，先问他是不是同一件；办结后这么多天里有新情况，可以重新打开。"),
        new("same-words-percent", "话有多像算差不多", "%", 10, 100, "两段话里相同的字词占到这么多，就提示可能是同一件事。"),
        new("new-facts-percent", "有多少新话才算新情况", "%", 1, 100, "办结的事，补充的话里没说过的要占到这么多，才重新打开。"),
        new("representatives-from", "集体诉求几人起推选代表", "人", 2, 100, "同一件事参与的职工到了这么多，就请他们推选代表。"),
        new("representatives-most", "代表最多几人", "人", 1, 5, "《信访工作条例》第二十条规定不得超过 5 人。"),
        new("retaliation-first-days", "办结后第几天问有没有被为难", "天", 1, 365, "投诉、举报办结这么多天以后，由没有经手的上级问职工有没有因为反映问题被为难。"),
        new("retaliation-second-days", "第几天再问一次", "天", 2, 730, "第二次问。"),
        new("retaliation-ask-days", "问几天", "天", 1, 60, "这么多天里没有问到，记“联系不上”。"),
        new("identity-hours", "同意看举报人身份，管多久", "小时", 1, 168, "另一位同志同意以后，申请的人在这么久以内可以看，过了要重新申请。"),
        new("share-days-most", "给外面看，最多几天", "天", 1, 365, "给劳动监察、仲裁、律师看的地址，到期自己失效。"),
        new("words-most", "一次最多写多少字", "字", 100, 20_000, "职工说一件事、补充、回话，一次最多写这么多。"),
        new("photos-most", "一次最多传几个文件", "个", 1, 20, "照片和文件都算。"),
        new("desk-words-most", "工会一次最多写多少字", "字", 100, 20_000, "答复、问话、内部记录、给承办单位的话，一次最多写这么多。"),
        new("desk-files-most", "工会一次最多带几个文件", "个", 1, 20, "跟答复和内部记录一起的照片和文件。"),
        new("track-tries", "查进度的口令，可以输错几次", "次", 3, 50, "同一个编号输错这么多次就锁一会儿，防止别人猜。"),
        new("track-minutes", "输错太多，锁多久", "分钟", 1, 1440, "也是数输错次数的时间段。"),
    ];

    public static Threshold? Find(string key) => All.FirstOrDefault(threshold => threshold.Key == key);
}
