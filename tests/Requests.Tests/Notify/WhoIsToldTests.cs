using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Notify;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Notify;

/// <summary>A notice reaches somebody who can act: who stands in, who took over, who decides further up.</summary>
public sealed class WhoIsToldTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task WhoIsAway_IsTold_WithWhoStandsInForHim_AndNobodyElse()
    {
        var (away, standIn, colleague) = (await site.StaffAsync("away-1", "周全"), await site.StaffAsync("stands-in-1", "吴敏"), await city.AsAsync(Role.Handler, city.Courier));
        await site.PostAsync(away, "周全", Role.Handler, city.Courier);
        await site.LendAsync(away, standIn, "吴敏", ChinaTime.Today(site.Clock).AddDays(7));
        var reference = await HeldAsync(away);
        await SupplementedAsync(reference);

        foreach (var name in new[] { "away-1", "stands-in-1" })
        {
            using var told = await site.SignedInAsync(name);
            (await told.GetAsync("/notices")).Text.ShouldContain("职工补充了情况", customMessage: name);
        }

        (await colleague.GetAsync("/notices")).Text.ShouldNotContain("职工补充了情况");
    }

    [Fact]
    public async Task WhoHoldsNoPostThereAnyMore_IsNotTold_ButAllWhoHandleAre()
    {
        var gone = await site.StaffAsync("gone-1", "郑远");
        await site.PostAsync(gone, "郑远", Role.Handler, city.Wangjiang);
        var colleague = await city.AsAsync(Role.Handler, city.Courier);
        var reference = await HeldAsync(gone);
        await SupplementedAsync(reference);

        using var browser = await site.SignedInAsync("gone-1");
        (await browser.GetAsync("/notices")).Text.ShouldNotContain("职工补充了情况");
        (await colleague.GetAsync("/notices")).Text.ShouldContain("职工补充了情况");
    }

    [Fact]
    public async Task ADecision_IsAskedOfTheNearestUnitAboveThatHasSomebody_AndNeverOfWhoAsked()
    {
        var account = await site.StaffAsync("two-hats-1", "冯立");
        await site.PostAsync(account, "冯立", Role.Handler, city.Courier);
        await site.PostAsync(account, "冯立", Role.Chair, city.Qingxi);
        var chair = await city.AsAsync(Role.Chair, city.Anhe);
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        var request = await given.ReadAsync(reference);

        var people = await site.WithAsync<DeskNotices, IReadOnlyCollection<AccountId>>(notices => notices.DecidersAboveAsync(request.Id, city.Courier, account, [Permission.SuperviseRequests], stop));
        people.ShouldNotContain(account);
        await site.WithAsync<TellOfHops>(tell => tell.HandleAsync(new ProblemMarked(request.Id, reference, city.Qingxi), stop));
        (await chair.GetAsync("/notices")).Text.ShouldContain("列进了问题工单");
        using var below = await site.SignedInAsync("two-hats-1");
        (await below.GetAsync("/notices")).Text.ShouldNotContain("列进了问题工单");
    }

    [Fact]
    public async Task AReturn_WhoseDispatcherHasLeft_IsDecidedFurtherUp()
    {
        var chair = await city.AsAsync(Role.Chair, city.Anhe);
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        var asked = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/return"), "申请退单", ("为什么不该本单位办", "微波炉是物业的，不是我们的。"));
        asked.Text.ShouldContain("退单");
        await site.RunJobsAsync();
        (await chair.GetAsync("/notices")).Text.ShouldContain("申请退单，等裁定");
    }

    [Fact]
    public async Task WhereTheDispatcherIsMeant_ThoseWhoHandleAreTold_AndWhereAllAre_TheUnitAbove()
    {
        var handler = await site.StaffBrowserAsync(Role.Handler, city.Beiyuan, "郝又来");
        var dispatcher = await site.StaffBrowserAsync(Role.Dispatcher, city.Beiyuan, "程守信");
        var above = await site.StaffBrowserAsync(Role.Dispatcher, city.Donghu, "区派单");
        await given.SubmittedAsync(city.Beiyuan, accused: "程守信");
        await site.RunJobsAsync();
        (await dispatcher.GetAsync("/notices")).Text.ShouldNotContain("等派单");
        (await handler.GetAsync("/notices")).Text.ShouldContain("等派单");
        (await above.GetAsync("/notices")).Text.ShouldNotContain("等派单");
        await given.SubmittedAsync(city.Beiyuan, accused: "程守信和郝又来");
        await site.RunJobsAsync();
        (await above.GetAsync("/notices")).Text.ShouldContain("等派单");
    }

    [Fact]
    public async Task WhatIsAboutTheSuccessor_GoesBackToTheUnit()
    {
        var (leaver, successor) = (await site.StaffAsync("leaver-accused"), await site.StaffAsync("successor-accused"));
        await site.PostAsync(leaver, "李敏", Role.Handler, city.Qingxi);
        var (about, other) = (await given.SubmittedAsync(city.Courier), await given.SubmittedAsync(city.Courier));
        await site.ExecuteAsync($"insert into accused (id, request_id, account, name) select gen_random_uuid(), id, '{successor.Value}', '周正' from request where reference = '{about}'");
        await given.AssignedAsync(about, leaver);
        await given.AssignedAsync(other, leaver);
        await site.HandOverAsync(leaver, successor, "周正", ChinaTime.Today(site.Clock));
        await site.RunJobsAsync();
        (await given.ReadAsync(other)).Assignee.ShouldBe(successor);
        (await given.ReadAsync(about)).Assignee.ShouldBeNull();
    }

    private async Task<string> HeldAsync(AccountId holder)
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        await given.AcknowledgedAsync(reference);
        await given.AssignedAsync(reference, holder);
        return reference;
    }

    private async Task SupplementedAsync(string reference)
    {
        await given.ChangedAsync(reference, request => request.Supplement("又坏了一台。", Actor.Visitor(null), site.Clock.GetUtcNow()));
        await site.RunJobsAsync();
    }
}
