using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Jobs;

public sealed class FollowUnitsTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AMerger_TakesOpenWorkAlong_AsItStands()
    {
        var into = await site.UnitAsync("顺启物流公司工会", UnitKind.Primary, city.Qingxi);
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "签收");
        var before = await given.ReadAsync(reference);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        await site.MergeAsync(city.Courier, into);
        await site.RunJobsAsync();

        var after = await given.ReadAsync(reference);
        (after.CurrentUnit, after.State, after.Assignee).ShouldBe((into, RequestState.Acknowledged, before.Assignee));
        var (old, order) = (before.CurrentOrder!, after.CurrentOrder.ShouldNotBeNull());
        (order.UnitId, order.DispatchedAt, order.DueAt, order.AcknowledgedAt).ShouldBe((into, old.DispatchedAt, old.DueAt, old.AcknowledgedAt));
        var page = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "发出，请他确认", ("答复职工", "新单位接着办好了。"));
        page.Text.ShouldContain("等职工确认");
        page.Text.ShouldContain("原单位撤并，转到顺启物流公司工会接着办");
    }

    [Theory]
    [InlineData(Visibility.Named)]
    [InlineData(Visibility.Hidden)]
    public async Task AMerger_TakesAHelpersOrderAlong_ButNotToTheUnionTheWorkerIsHiddenFrom(Visibility visibility)
    {
        var helper = await site.UnitAsync("清溪物业公司工会", UnitKind.Primary, city.Qingxi);
        var reference = await given.SubmittedAsync(city.Courier, visibility: visibility);
        var term = HopTerm.Until(site.Clock.GetUtcNow(), site.Clock.GetUtcNow().AddDays(1));
        await given.ChangedAsync(reference, request => request.Call(OrderRole.Helper, [new SideCall(helper, term, "查一下")], Actor.Platform("测试"), site.Clock.GetUtcNow()));
        await site.MergeAsync(helper, city.Courier);
        await site.RunJobsAsync();

        var request = await given.ReadAsync(reference);
        // The lead stands right above: nothing is left to be asked of anybody else.
        request.OpenSides.Select(order => order.UnitId).ShouldBe(visibility == Visibility.Named ? [city.Courier] : []);
        request.CurrentUnit.ShouldBe(city.Qingxi);
        var ended = request.Orders.Single(order => order.UnitId == helper);
        ended.Ended.ShouldBe(OrderEnd.HandedOn);
    }

    [Fact]
    public async Task AMerger_HeardOfTwice_IsFollowedOnce()
    {
        var into = await site.UnitAsync("顺启物流公司工会", UnitKind.Primary, city.Qingxi);
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        await site.MergeAsync(city.Courier, into);

        for (var time = 1; time <= 2; time++)
        {
            await site.WithAsync<FollowUnits>(follow => follow.HandleAsync(new UnitMerged(city.Courier, into, ChinaTime.Today(site.Clock)), stop));
        }

        var request = await given.ReadAsync(reference);
        request.Orders.Count(order => order.UnitId == into).ShouldBe(1);
        (await site.CountAsync($"timeline_entry where kind = 'handed-on' and request_id = '{request.Id}'")).ShouldBe(1);
    }

    [Fact]
    public async Task AMerger_IntoTheUnionAReportMayBeAbout_HandsTheReportToTheUnitAbove()
    {
        var reference = await given.SubmittedAsync(city.Courier, service: "general-report", visibility: Visibility.Hidden);
        var other = await site.UnitAsync("清溪物业公司工会", UnitKind.Primary, city.Qingxi);
        await given.DispatchedAsync(reference, other);

        await site.MergeAsync(other, city.Courier);
        await site.RunJobsAsync();

        (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(city.Qingxi);
    }

    [Fact]
    public async Task AMerger_IntoTheUnionTheWorkerIsHiddenFrom_HandsHisRequestToTheUnitAbove()
    {
        var reference = await given.SubmittedAsync(city.Courier, visibility: Visibility.Hidden);
        var other = await site.UnitAsync("清溪物业公司工会", UnitKind.Primary, city.Qingxi);
        await given.DispatchedAsync(reference, other);

        await site.MergeAsync(other, city.Courier);
        await site.RunJobsAsync();

        (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(city.Qingxi);
    }

    [Fact]
    public async Task ADispute_AfterAMerger_GoesAboveTheUnitThatTookOver()
    {
        var town = await site.CityAsync();
        var (old, into) = (await site.UnitAsync("老街道总工会", UnitKind.Street, town.District), await site.UnitAsync("新区总工会", UnitKind.District, town.Root));
        var filed = await site.FiledAsync();
        await given.DispatchedAsync(filed.Reference, old);
        await site.ReplyAsync(filed.Reference);
        await site.MergeAsync(old, into);
        await site.RunJobsAsync();
        (await site.RequestAsync(filed.Reference)).CurrentUnit.ShouldBe(into);

        using var browser = await site.FollowerAsync(filed);
        await browser.PressAsync(await browser.GetAsync($"/requests/track/{filed.Reference}/confirm"), "交上去", ("没解决", "on"), ("没人联系过我", "on"));

        (await site.RequestAsync(filed.Reference)).CurrentUnit.ShouldBe(town.Root);
    }

    [Fact]
    public async Task AUnitWithOpenWork_IsNotClosed_AndSaysWhereItIs()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        var code = (await ((UnitDirectory)site.Services.GetService(typeof(UnitDirectory))!).FindAsync(city.Courier, stop))!.Code;
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);

        var refused = await admin.PressAsync(await admin.GetAsync($"/admin/units/{code}/close"), "看看会改什么", ("为什么", "企业搬走了"));

        refused.Text.ShouldContain("这里还有 1 件诉求没办完");
        refused.HasButton("撤销这个单位").ShouldBeFalse();
        (await site.CloseAsync(city.Courier)).Refusal.ShouldNotBeNull().Code.ShouldBe("unit-held");
        await given.RepliedAsync(reference);
        (await site.CloseAsync(city.Courier)).Refusal.ShouldBeNull();
        await site.RunJobsAsync();
        (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(city.Qingxi, "what was answered goes up");
    }

    [Fact]
    public async Task AHandOver_OfALaterDay_MovesOpenWorkOnThatDay()
    {
        var (leaver, successor) = (await site.StaffAsync("leaver." + city.City.Value.ToString("N")[^8..]), await site.StaffAsync("successor." + city.City.Value.ToString("N")[^8..]));
        await site.PostAsync(leaver, "李敏", Role.Handler, city.Qingxi);
        var reference = await given.SubmittedAsync(city.Courier);
        await given.AssignedAsync(reference, leaver);
        var before = site.Clock.GetUtcNow();

        await site.HandOverAsync(leaver, successor, "周正", ChinaTime.Today(site.Clock).AddDays(20));
        await site.RunJobsAsync();
        (await given.ReadAsync(reference)).Assignee.ShouldBe(leaver);

        site.Clock.Set(before.AddDays(21));
        await site.RunJobsAsync();
        site.Clock.Set(before);
        (await given.ReadAsync(reference)).Assignee.ShouldBe(successor);
    }

    [Fact]
    public async Task ScopeRows_RebuiltWhileAnOrderIsBeingWritten_HoldBoth()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var id = (await given.ReadAsync(reference)).Id.Value;
        var source = (NpgsqlDataSource)site.Services.GetService(typeof(NpgsqlDataSource))!;
        await using var dispatching = await source.OpenConnectionAsync(stop);
        await using var transaction = await dispatching.BeginTransactionAsync(stop);
        await using var dispatch = new NpgsqlCommand(
            $"""
            update request set state = 'dispatched' where id = '{id}';
            insert into work_order (id, request_id, unit_id, dispatched_at, due_at, is_provisional)
            values ('{Guid.CreateVersion7()}', '{id}', '{city.Courier.Value}', now(), now(), false);
            """,
            dispatching,
            transaction);
        await dispatch.ExecuteNonQueryAsync(stop);

        await using var rebuild = source.CreateCommand("select request_reach_rebuild($1)");
        rebuild.Parameters.Add(new() { Value = new[] { city.Qingxi.Value } });
        var rebuilding = rebuild.ExecuteNonQueryAsync(stop);
        await Task.WhenAny(rebuilding, Task.Delay(TimeSpan.FromMilliseconds(300), stop));
        rebuilding.IsCompleted.ShouldBeFalse("it waits for the order");
        await transaction.CommitAsync(stop);
        await rebuilding;

        (await site.CountAsync($"request_reach where request_id = '{id}' and direct")).ShouldBe(2);
        (await site.CountAsync($"request_reach where request_id = '{id}' and unit_id = '{city.Courier}'")).ShouldBe(1);
    }

    [Fact]
    public async Task ScopeRows_OfAnOrderThatWasBeingWrittenWhileItsUnitMoved_FollowTheUnit()
    {
        var id = (await given.ReadAsync(await given.SubmittedAsync(city.Courier, service: "general-report"))).Id.Value;
        var source = (NpgsqlDataSource)site.Services.GetService(typeof(NpgsqlDataSource))!;
        await using var dispatching = await source.OpenConnectionAsync(stop);
        await using var transaction = await dispatching.BeginTransactionAsync(stop);
        await using var dispatch = new NpgsqlCommand(
            $"insert into work_order (id, request_id, unit_id, dispatched_at, due_at, is_provisional) values ('{Guid.CreateVersion7()}', '{id}', '{city.Courier.Value}', now(), now(), false)",
            dispatching,
            transaction);
        await dispatch.ExecuteNonQueryAsync(stop);

        await site.MoveAsync(city.Courier, city.Beiyuan);
        var following = site.RunJobsAsync();
        await Task.WhenAny(following, Task.Delay(TimeSpan.FromMilliseconds(500), stop));
        await transaction.CommitAsync(stop);
        await following;

        await using var read = source.CreateCommand($"select unit_id from request_reach where request_id = '{id}'");
        await using var rows = await read.ExecuteReaderAsync(stop);
        var reach = new List<Guid>();
        while (await rows.ReadAsync(stop))
        {
            reach.Add(rows.GetGuid(0));
        }

        reach.ShouldBe([city.City.Value, city.Anhe.Value, city.Donghu.Value, city.Beiyuan.Value, city.Courier.Value], ignoreOrder: true);
    }
}
