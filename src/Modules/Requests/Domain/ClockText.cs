using System.Globalization;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>Dates as they stand in stored sentences: never 今天 or 明天, which would be wrong tomorrow.</summary>
internal static class ClockText
{
    public static string Day(DateTimeOffset instant, DateTimeOffset now)
    {
        var (day, today) = (ChinaTime.DateOf(instant), ChinaTime.DateOf(now));
        return day.ToString(day.Year == today.Year ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture);
    }

    /// <summary>9月25日前; with the hour where it is the same day.</summary>
    public static string By(DateTimeOffset instant, DateTimeOffset now) => ChinaTime.DateOf(instant) == ChinaTime.DateOf(now)
        ? Day(instant, now) + ChinaTime.In(instant).ToString(" HH:mm", CultureInfo.InvariantCulture) + "前"
        : Day(instant, now) + "前";

    public static string Chinese(this ClockDuty duty) => duty switch
    {
        ClockDuty.Handle => "办理答复",
        ClockDuty.Contact => "联系职工",
        ClockDuty.Notice => "书面告知受理情况",
        ClockDuty.Objection => "转错了提出异议",
        ClockDuty.Decision => "作出处理决定",
        ClockDuty.AskReview => "职工申请复查",
        ClockDuty.Review => "复查答复",
        ClockDuty.AskSecondReview => "职工申请复核",
        ClockDuty.SecondReview => "复核答复",
        ClockDuty.EmployerAnswer => "用人单位书面答复",
        ClockDuty.OpinionAnswer => "用人单位答复意见书",
        ClockDuty.OutOfScopeNotice => "不归工会管的书面告知",
        _ => "行政部门告知工会结果",
    };
}
