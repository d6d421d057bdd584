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
        new("words-most", "一次最多写多少字", "字", 100, 20_000, "职工说一件事、补充、回话，一次最多写这么多。"),
        new("photos-most", "一次最多传几个文件", "个", 1, 20, "照片和文件都算。"),
        new("desk-words-most", "工会一次最多写多少字", "字", 100, 20_000, "答复、问话、内部记录、给承办单位的话，一次最多写这么多。"),
        new("desk-files-most", "工会一次最多带几个文件", "个", 1, 20, "跟答复和内部记录一起的照片和文件。"),
        new("track-tries", "查进度的口令，可以输错几次", "次", 3, 50, "同一个编号输错这么多次就锁一会儿，防止别人猜。"),
        new("track-minutes", "输错太多，锁多久", "分钟", 1, 1440, "也是数输错次数的时间段。"),
    ];

    public static Threshold? Find(string key) => All.FirstOrDefault(threshold => threshold.Key == key);
}
