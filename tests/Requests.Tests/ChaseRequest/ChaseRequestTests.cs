using UnionHall.Platform.Security;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ChaseRequest;

/// <summary>催办 and 督办, by the desk above and by the worker; notes of a conference.</summary>
public sealed class ChaseRequestTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task TheWorker_ChasesOnceADay_AndIsToldWhenAgain()
    {
        var filed = await site.FiledAsync("overtime-pay", "实名");
        var own = await site.CityAsync();
        using var worker = await site.FollowerAsync(filed);
        var page = await worker.GetAsync($"/requests/track/{filed.Reference}");
        (await worker.PressAsync(page, "催一下")).Text.ShouldContain("您催了一次");
        (await worker.PressAsync(await worker.GetAsync($"/requests/track/{filed.Reference}/chase"), "催一下")).Text.ShouldContain("您已经催过一次，办的同志收到了。明天 周六 14:20以后可以再催");
        await site.RunJobsAsync();
        var street = await site.StaffBrowserAsync(Role.Handler, own.Street);
        (await street.GetAsync($"/desk/requests/{filed.Reference}")).Text.ShouldContain("催过 1 次");

        site.Clock.Advance(TimeSpan.FromHours(24));
        using var again = await site.FollowerAsync(filed);
        await again.PressAsync(await again.GetAsync($"/requests/track/{filed.Reference}"), "催一下");
        (await site.RequestAsync(filed.Reference)).Chases.ShouldBe(2);
    }

    [Fact]
    public async Task TheDeskAbove_ChasesAtAnyTime_TheUnitItselfDoesNot()
    {
        var reference = await AtCourierAsync();
        (await (await city.AsAsync(Role.Chair, city.Courier)).GetAsync($"/desk/requests/{reference}/chase")).HasButton("催一下").ShouldBeFalse();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var above = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        for (var times = 0; times < 2; times++)
        {
            await above.PressAsync(await above.GetAsync($"/desk/requests/{reference}/chase"), "催一下", ("要他们做什么", "今天联系职工"));
        }

        (await given.ReadAsync(reference)).Chases.ShouldBe(2);
        await site.RunJobsAsync();
        (await handler.GetAsync("/notices")).Text.ShouldContain("上面催办，看看要求");
    }

    [Fact]
    public async Task Supervision_HasADate_AReport_AndAnEnd()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var leader = await city.AsAsync(Role.Leader, city.Anhe);
        var form = await leader.GetAsync($"/desk/requests/{reference}/supervise");
        (await leader.PressAsync(form, "督办", ("为什么督办", "第三次来说"), ("哪天以前", "2026-09-18"))).ErrorAt("哪天以前报情况").ShouldBe("要填今天以后的一天。");
        (await leader.PressAsync(form, "督办", ("为什么督办", "第三次来说"), ("哪天以前", "2026-09-22"))).Text.ShouldContain("9月22日 周二 17:30 前报情况");
        (await leader.GetAsync("/desk/requests?view=supervised")).Text.ShouldContain("休息室的微波炉");
        await site.RunJobsAsync();
        (await handler.GetAsync("/notices")).Text.ShouldContain("安和区总工会督办，9月22日前报情况");
        (await handler.GetAsync($"/desk/requests/{reference}/supervise/end")).HasButton("了结").ShouldBeFalse();
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/supervise/report"), "报上去", ("办到哪一步", "新的明天到货"));
        await site.RunJobsAsync();
        (await leader.GetAsync("/notices")).Text.ShouldContain("督办的情况报来了");
        (await leader.PressAsync(await leader.GetAsync($"/desk/requests/{reference}/supervise/end"), "了结", ("怎么了结的", "换好了"))).Text.ShouldContain("督办了结了");
        (await leader.GetAsync("/desk/requests?view=supervised")).Text.ShouldContain("没有督办的");
    }

    [Fact]
    public async Task ASupervision_WithoutAReportInTime_IsToldOnce_ToBothSides()
    {
        var reference = await AtCourierAsync();
        await site.StaffBrowserAsync(Role.Handler, city.Courier, "陈芳");
        var leader = await site.StaffBrowserAsync(Role.Leader, city.Anhe, "郑刚");
        await leader.PressAsync(await leader.GetAsync($"/desk/requests/{reference}/supervise"), "督办", ("为什么督办", "第三次来说"), ("哪天以前", "2026-09-22"));
        site.Clock.Set(new DateTimeOffset(2026, 9, 22, 10, 0, 0, TimeSpan.Zero));
        for (var times = 0; times < 2; times++)
        {
            await site.WithAsync<SweepClocks>(sweep => sweep.RunAsync(TestContext.Current.CancellationToken));
            await site.RunJobsAsync();
        }

        var told = $"notice where kind = 'supervision-missed' and title like '%督办的情况到时候没有报来（顺启快运分拨中心工会）' and link like '%{reference}'";
        (await site.CountAsync($"{told} and account in (select account_id from post where holder_name = '郑刚')")).ShouldBe(1);
        (await site.CountAsync($"{told} and account in (select account_id from post where holder_name = '陈芳')")).ShouldBe(1);
        (await site.CountAsync($"(select account from notice where kind = 'supervision-missed' and link like '%{reference}' group by account having count(*) > 1) twice")).ShouldBe(0);
    }

    [Fact]
    public async Task Conference_KeepsWhoWhatAndWhoDoesWhat()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var form = await handler.GetAsync($"/desk/requests/{reference}/conference");
        (await handler.PressAsync(form, "记下", ("哪天开的", "2026-09-19"), ("谁参加", "街道、站点"), ("怎么定的", "换新的"), ("分工", "街道盯进度"))).ErrorAt("哪天开的").ShouldBe("要填今天或以前一年内的一天。");
        (await handler.PressAsync(form, "记下", ("哪天开的", "2026-09-18"), ("谁参加", "街道、站点"), ("怎么定的", "换新的"), ("分工", "街道盯进度"))).Text.ShouldContain("分工：街道盯进度");
        (await site.CountAsync("conference where participants = '街道、站点'")).ShouldBe(1);
    }

    private async Task<string> AtCourierAsync()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        await given.AcknowledgedAsync(reference);
        return reference;
    }
}
