using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.CallHelp;

/// <summary>One lead, helpers with limits inside the lead's, parts, and units called by whistle; the lead answers when all are in.</summary>
public sealed class CallUnitsPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
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
    public async Task AHelper_SeesTheCase_AndTheLeadWaitsForItsResult()
    {
        var reference = await AtQingxiAsync();
        var helper = await city.AsAsync(Role.Handler, city.Wangjiang);
        (await helper.GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var lead = await city.AsAsync(Role.Handler, city.Qingxi);
        (await CallAsync(lead, reference, "helpers", city.Wangjiang)).Text.ShouldContain("协办");

        await site.RunJobsAsync();
        (await helper.GetAsync("/notices")).Text.ShouldContain("请您单位协办");
        var seen = await helper.GetAsync($"/desk/requests/{reference}");
        seen.Text.ShouldContain("请您单位协办，9月22日 周二前交结果");
        seen.HasButton("发出").ShouldBeFalse();
        (await helper.PressAsync(seen, "签收协办")).HasButton("签收协办").ShouldBeFalse();

        (await ReplyAsync(lead, reference)).Text.ShouldContain("望江街道总工会还没交结果。先等他们交，或写明原因撤下");
        await AnswerAsync(helper, reference, "结果", "站点负责人答应明天换新的");
        await site.RunJobsAsync();
        (await lead.GetAsync("/notices")).Text.ShouldContain("望江街道总工会交了结果，都交齐了，可以答复职工");
        (await lead.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("站点负责人答应明天换新的");
        await ReplyAsync(lead, reference);
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Replied);
    }

    [Fact]
    public async Task ALateHelper_IsNamed_ReportsHowFarItIs_IsCharged_AndMayBeCalledOff()
    {
        var reference = await AtQingxiAsync();
        var lead = await city.AsAsync(Role.Handler, city.Qingxi);
        await CallAsync(lead, reference, "helpers", city.Wangjiang, ("Form.Days", "1"));
        site.Clock.Set(new DateTimeOffset(2026, 9, 21, 2, 0, 0, TimeSpan.Zero));
        await SweepAsync();
        (await site.CountAsync($"breach b join request r on r.id = b.request_id where r.reference = '{reference}' and b.unit_id = '{city.Wangjiang.Value}' and b.clock = 'hop'")).ShouldBe(1);

        await site.RunJobsAsync();
        // Nobody but the lead holds a post here yet.
        (await site.CountAsync($"notice where kind = 'clock-breached' and title like '%{reference}%记在望江街道%'")).ShouldBe(1);
        var later = await site.StaffBrowserAsync(Role.Handler, city.Qingxi);
        (await ReplyAsync(later, reference)).Text.ShouldContain("望江街道总工会（超期）还没交结果");
        var helper = await site.StaffBrowserAsync(Role.Handler, city.Wangjiang);
        await AnswerAsync(helper, reference, "阶段情况", "等站点老板出差回来");
        var seen = await later.GetAsync($"/desk/requests/{reference}");
        seen.Text.ShouldContain("等站点老板出差回来");
        (await later.PressAsync(await later.GetAsync(seen.LinkTo("催一下")), "催一下", ("要他们做什么", "今天下班前回话"))).Text.ShouldContain("催过 1 次");

        (await later.PressAsync(await later.GetAsync(seen.LinkTo("撤下")), "撤下", ("为什么撤下", "不等了，我们自己去问"))).Text.ShouldContain("撤下了");
        await ReplyAsync(later, reference);
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Replied);
    }

    [Fact]
    public async Task Tasks_AreKept_WhileMoreUnitsAreFound()
    {
        var reference = await AtQingxiAsync();
        var lead = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await lead.PressAsync(await lead.GetAsync($"/desk/requests/{reference}/split"), "选这些", ("望江街道总工会", "on"));
        page = await lead.PressAsync(page, "找", ("望江街道总工会", "去站点看看"), ("找单位", "北苑"));
        page.Path.ShouldBe($"/desk/requests/{reference}/split?handler=Look");
        page.ValueOf("望江街道总工会").ShouldBe("去站点看看");
    }

    [Fact]
    public async Task Parts_GoToSeveralUnits_AndTheParentWaitsForAll()
    {
        var filed = await site.FiledAsync("overtime-pay", "实名");
        var own = await site.CityAsync();
        await given.AcknowledgedAsync(filed.Reference);
        var other = await site.UnitAsync("东门街道总工会", UnionHall.Organisation.UnitKind.Street, own.District);
        var lead = await site.StaffBrowserAsync(Role.Handler, own.Street);
        (await CallAsync(lead, filed.Reference, "split", own.Union)).HasButton("发出去").ShouldBeFalse();
        await CallAsync(lead, filed.Reference, "split", [own.Union, other]);

        using var worker = await site.FollowerAsync(filed);
        (await worker.GetAsync($"/requests/track/{filed.Reference}")).Text.ShouldContain("这件事分成 2 部分");
        await AnswerAsync(await site.StaffBrowserAsync(Role.Handler, own.Union), filed.Reference, "结果", "加班记录对过了");
        (await ReplyAsync(lead, filed.Reference)).Text.ShouldContain("东门街道总工会还没交结果");
        await AnswerAsync(await site.StaffBrowserAsync(Role.Handler, other), filed.Reference, "结果", "补发单开好了");
        await ReplyAsync(lead, filed.Reference);
        (await given.ReadAsync(filed.Reference)).State.ShouldBe(RequestState.Replied);
    }

    [Fact]
    public async Task Whistle_CallsUnitsToTheCase_WhichCheckIn_AndAreAssessedFromBothSides()
    {
        var reference = await AtQingxiAsync();
        var lead = await city.AsAsync(Role.Handler, city.Qingxi);
        await CallAsync(lead, reference, "whistle", city.Beiyuan);
        var called = await city.AsAsync(Role.Handler, city.Beiyuan);
        await called.PressAsync(await called.GetAsync($"/desk/requests/{reference}"), "报到签收");
        await AnswerAsync(called, reference, "结果", "消防通道清出来了");

        var seen = await lead.GetAsync($"/desk/requests/{reference}");
        (await AssessAsync(lead, seen.LinkTo("评一下"), "到得快", 3)).Text.ShouldContain("吹哨单位评：到得快，办得实");
        var above = await city.AsAsync(Role.Dispatcher, city.Donghu);
        (await AssessAsync(above, (await above.GetAsync($"/desk/requests/{reference}")).LinkTo("评一下"), "到了", 2)).Text.ShouldContain("上级评：到了，办了一部分");
        (await site.CountAsync($"order_assessment a join request r on r.id = a.request_id where r.reference = '{reference}'")).ShouldBe(2);
    }

    [Fact]
    public async Task OnePerson_DoesNotAssessFromBothSides()
    {
        var reference = await AtQingxiAsync();
        var account = await site.StaffAsync("both-sides", "孙强");
        await site.PostAsync(account, "孙强", Role.Handler, city.Qingxi);
        await site.PostAsync(account, "孙强", Role.Dispatcher, city.Donghu);
        using var both = await site.SignedInAsync("both-sides");
        await CallAsync(both, reference, "whistle", city.Beiyuan);
        await AnswerAsync(await city.AsAsync(Role.Handler, city.Beiyuan), reference, "结果", "消防通道清出来了");
        var address = (await both.GetAsync($"/desk/requests/{reference}")).LinkTo("评一下");
        (await AssessAsync(both, address, "到得快", 3)).Text.ShouldContain("吹哨单位评：到得快，办得实");

        var page = await both.PostFormAsync(await both.GetAsync($"/desk/requests/{reference}"), address, ("Form.Grade", "3"), ("Form.Text", "很快"));
        page.Text.ShouldContain("您已经评过一边，另一边请别人来评");
        (await site.CountAsync($"order_assessment a join request r on r.id = a.request_id where r.reference = '{reference}'")).ShouldBe(1);
    }

    [Fact]
    public async Task AHelpersLimit_LiesInsideTheLeads()
    {
        var reference = await AtQingxiAsync();
        var lead = await city.AsAsync(Role.Handler, city.Qingxi);
        (await CallAsync(lead, reference, "helpers", city.Wangjiang, ("Form.Days", "40"))).Text.ShouldContain("协办的期限要在主办自己的期限之内");
        (await given.ReadAsync(reference)).OpenSides.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Visibility.Hidden, "general-complaint")]
    [InlineData(Visibility.Anonymous, "general-complaint")]
    [InlineData(Visibility.Named, "general-report")]
    public async Task TheWorkersOwnUnion_IsNeitherOfferedNorAccepted_WhereHeIsKeptFromIt(Visibility visibility, string service)
    {
        var reference = await given.SubmittedAsync(city.Courier, visibility: visibility, service: service);
        await given.AcknowledgedAsync(reference);
        var lead = await city.AsAsync(Role.Handler, (await given.ReadAsync(reference)).CurrentUnit);
        foreach (var page in new[] { "helpers", "split", "whistle" })
        {
            (await lead.GetAsync($"/desk/requests/{reference}/{page}?q=顺启快运")).Body.ShouldNotContain(city.Courier.Value.ToString());
            var form = await lead.GetAsync($"/desk/requests/{reference}/{page}?Form.Units={city.Wangjiang.Value}");
            var answer = await lead.PostFormAsync(
                form, $"/desk/requests/{reference}/{page}", ("Form.Units", city.Courier.Value.ToString()), ("Form.Tasks", "查一下"), ("Form.Units", city.Wangjiang.Value.ToString()), ("Form.Tasks", "查一下"), ("Form.Days", "1"));
            answer.Text.ShouldContain("不能请他单位的工会来办");
        }

        (await (await city.AsAsync(Role.Handler, city.Courier)).GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ACall_AndAnAnswerToTheWorker_AtOneMoment_DoNotBothGoThrough()
    {
        var reference = await AtQingxiAsync();
        var (stop, now, desk) = (TestContext.Current.CancellationToken, site.Clock.GetUtcNow(), Actor.Platform("测试"));
        await site.WithAsync<Data.RequestsDb>(async first =>
        {
            var seen = (await first.FindAsync(reference, stop))!;
            await given.RepliedAsync(reference);
            seen.Call(OrderRole.Helper, [new Domain.SideCall(city.Wangjiang, Domain.HopTerm.Until(now, now.AddDays(1)), "查一下")], desk, now).Refusal.ShouldBeNull();
            await Should.ThrowAsync<Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException>(() => first.SaveAsync(desk, stop));
        });
        (await given.ReadAsync(reference)).OpenSides.ShouldBeEmpty();
    }

    [Fact]
    public async Task ASignedOrAnsweredOrder_IsOnlyForItsUnit()
    {
        var reference = await AtQingxiAsync();
        var lead = await city.AsAsync(Role.Handler, city.Qingxi);
        await CallAsync(lead, reference, "helpers", city.Wangjiang);
        var order = (await given.ReadAsync(reference)).OpenSides[0].Id.Value;
        var answer = await lead.PostFormAsync(
            await lead.GetAsync($"/desk/requests/{reference}"), $"/desk/requests/{reference}/orders/{order}/result", ("Form.Kind", "result"), ("Form.Text", "替他们交了"));
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await given.ReadAsync(reference)).OpenSides.Count.ShouldBe(1);
    }

    private static async Task<PageAnswer> CallAsync(Browser lead, string reference, string page, UnitId unit, params (string Name, string Value)[] changes) =>
        await CallAsync(lead, reference, page, [unit], changes);

    private static async Task<PageAnswer> CallAsync(Browser lead, string reference, string page, UnitId[] units, params (string Name, string Value)[] changes)
    {
        var form = await lead.GetAsync($"/desk/requests/{reference}/{page}?{string.Join('&', units.Select(unit => $"Form.Units={unit.Value}"))}");
        if (!form.HasButton("发出去"))
        {
            return form;
        }

        foreach (var task in form.Document.QuerySelectorAll("textarea[name='Form.Tasks']").OfType<AngleSharp.Html.Dom.IHtmlTextAreaElement>())
        {
            task.Value = "请去站点看看，问清楚什么时候能修好。";
        }

        foreach (var (name, value) in changes)
        {
            form = form.WithValue(name, value);
        }

        return await lead.PressAsync(form, "发出去");
    }

    private static async Task<PageAnswer> AnswerAsync(Browser helper, string reference, string kind, string words) => await helper.PressAsync(
        await helper.GetAsync((await helper.GetAsync($"/desk/requests/{reference}")).LinkTo("交结果")), "交给主办单位", (kind, kind == "结果" ? "result" : "interim"), ("办了什么", words));

    private static async Task<PageAnswer> AssessAsync(Browser who, string address, string grade, int value) =>
        await who.PressAsync(await who.GetAsync(address), "评好了", (grade, value.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("依据", "半小时就到了"));

    private static async Task<PageAnswer> ReplyAsync(Browser lead, string reference) =>
        await lead.PressAsync(await lead.GetAsync($"/desk/requests/{reference}/reply"), "发出", ("答复职工", "修好了，请看看。"));

    private Task SweepAsync() => site.WithAsync<SweepClocks>(job => job.RunAsync(TestContext.Current.CancellationToken));

    private async Task<string> AtQingxiAsync()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.AcknowledgedAsync(reference);
        return reference;
    }
}
