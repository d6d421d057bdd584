using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Ui;

/// <summary>Deadlines, rings and numbers as pages tell them. Now is Friday 18 September 2026, 14:20; Sunday the 20th is worked.</summary>
public sealed class TellingTests
{
    private static readonly DateTimeOffset Now = ManualClock.Start;
    private static readonly WorkingCalendar Calendar = new([new DayFact(new DateOnly(2026, 9, 20), "中秋节", false, 2026)]);

    [Theory]
    [InlineData(-24, 22, LimitUnit.Hours, RingState.Late)]
    [InlineData(-10, 1, LimitUnit.Hours, RingState.Soon)]
    [InlineData(-1, 9, LimitUnit.Hours, RingState.Ok)]
    public void State_FollowsTheShareSpent(int startHours, int dueHours, LimitUnit unit, RingState state)
    {
        var due = state == RingState.Late ? Now.AddHours(-dueHours) : Now.AddHours(dueHours);
        DueView.Of(Now.AddHours(startHours), due, unit, Now, Calendar).State.ShouldBe(state);
    }

    [Fact]
    public void WorkingDays_AreCountedWithTheMakeUpDay_AndComeWithTheirDate()
    {
        var view = DueView.Of(Now.AddDays(-1), ChinaTime.At(new DateOnly(2026, 9, 23), new TimeOnly(17, 30)), LimitUnit.WorkingDays, Now, Calendar);

        view.Left.ShouldBe("还剩 4 个工作日");
        view.By.ShouldBe("9月23日 周三前");
        view.InRing.ShouldBe("4天");
    }

    [Fact]
    public void LateIsLate_EvenWhileTheWorkerIsAsked()
    {
        DueView.Of(Now.AddDays(-3), Now.AddHours(-22), LimitUnit.Hours, Now, Calendar, waiting: true).State.ShouldBe(RingState.Late);
        DueView.Of(Now.AddDays(-3), Now.AddHours(22), LimitUnit.Hours, Now, Calendar, waiting: true).State.ShouldBe(RingState.Wait);
    }

    [Fact]
    public void Ring_ShapeTellsTheState_AndIsHiddenFromReaders()
    {
        Html(TimeRing.Html(RingState.Ok, 0.254, 46, "4天")).ShouldContain("stroke-dasharray=\"25 100\"");
        Html(TimeRing.Html(RingState.Late)).ShouldContain("M20 10v12");
        Html(TimeRing.Html(RingState.Wait, 0.4)).ShouldContain("M16 14v12");
        Html(TimeRing.Html(RingState.Done)).ShouldContain("aria-hidden=\"true\"");
        Html(TimeRing.Html(RingState.Ok, double.NaN)).ShouldNotContain("NaN");
    }

    [Fact]
    public void Numbers_CarryCommaAndUnit_AndADashWhenNotRecorded()
    {
        SpokenNumber.Of(34210).ShouldBe("34,210");
        SpokenNumber.Of(0, "件").ShouldBe("0 件");
        SpokenNumber.Of(null, "件").ShouldBe("—");
        SpokenNumber.Share(275, 312, "人评").ShouldBe("88%（312 人评）");
        SpokenNumber.Share(0, 0, "人评").ShouldBe("—");
        SpokenNumber.Bytes(12_800_000).ShouldBe("12.2 MB");
    }

    private static string Html(IHtmlContent content)
    {
        using var text = new StringWriter();
        content.WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }
}
