using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.RunMacro;

/// <summary>Acts that go together, on one case or many: each by its own rules, each with its own line, and what can be undone is.</summary>
public sealed class MacroTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Basis = "市总办〔2026〕9 号";

    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task OfMany_EachHasItsOwnResult_AndTheHandOverCanBeTakenBack()
    {
        var (mine, done, theirs) = (await given.SubmittedAsync(city.Courier), await given.SubmittedAsync(city.Courier), await given.SubmittedAsync(city.Restaurant));
        await given.AcknowledgedAsync(done);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var form = await handler.GetAsync("/desk/requests/register");
        var chosen = await handler.PostFormAsync(form, "/desk/macros", ("Form.Requests", mine), ("Form.Requests", done), ("Form.Requests", theirs));
        chosen.Title.ShouldBe("一键办理 3 件");
        (await given.ReadAsync(mine)).State.ShouldBe(RequestState.Submitted);

        var ran = await handler.PressAsync(chosen, "就这样办", ("签收，归我办", "on"));
        ran.Title.ShouldBe("签收，归我办：办好 1 件，2 件没办完");
        Line(ran, mine).ShouldContain("签收，归我办 好了");
        Line(ran, done).ShouldContain("签收没成，后面的没做：这件现在是");
        Line(ran, theirs).ShouldContain("找不到这件");
        ran.Body.ShouldNotContain("望江");
        (await given.ReadAsync(mine)).Assignee.ShouldNotBeNull();
        (await given.ReadAsync(theirs)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task FromACase_AHandOverIsUndone()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.AcknowledgedAsync(reference);
        await ChangedAsync("放回去", ("第 1 步做什么", "take"), ("第 2 步做什么", "note"), ("第 2 步写什么", "先由我看。"));
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.GetAsync($"/desk/requests/{reference}");
        var chosen = await handler.GetAsync(page.LinkTo("一键办理"));
        var ran = await handler.PressAsync(chosen, "就这样办", ("放回去", "on"));
        ran.Text.ShouldContain("归我办，写内部记录 好了");
        (await handler.GetAsync($"/desk/requests/{reference}?show=internal")).Text.ShouldContain("先由我看。");
        (await given.ReadAsync(reference)).Assignee.ShouldNotBeNull();
        await handler.PressAsync(ran, "撤回转交 1 件");
        (await given.ReadAsync(reference)).Assignee.ShouldBeNull();
    }

    [Fact]
    public async Task AnAdministrator_ChangesAndEndsThem_FromADayOn()
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        var refused = await admin.PressAsync(await admin.GetAsync("/admin/macros/change"), "存下", ("名称", "试试"), ("第 1 步做什么", "chase"), ("依据", Basis));
        refused.ErrorAt("第 1 步写什么").ShouldBe("“催办”要写一句。");
        (await admin.PressAsync(await admin.GetAsync("/admin/macros/change"), "存下", ("名称", "试试"), ("依据", Basis))).ErrorAt("第 1 步做什么").ShouldBe("至少选一步。");
        (await admin.PressAsync(await admin.GetAsync("/admin/macros/change"), "存下", ("名称", "试试"), ("第 1 步做什么", "set-urgency"), ("第 1 步写什么", "急"), ("依据", Basis))).ErrorAt("第 1 步改成什么").ShouldNotBeNull();

        await ChangedAsync("今天停的", ("第 1 步做什么", "acknowledge"));
        var list = await admin.GetAsync("/admin/macros");
        list.Text.ShouldContain($"依据：{Basis}");
        var ended = await admin.PressAsync(await admin.GetAsync(list.LinkTo("今天停的")), "存下", ("从那天起停用", "on"), ("依据", Basis));
        ended.Text.ShouldContain("停用了");
        var reference = await given.SubmittedAsync(city.Courier);
        (await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/macros?request={reference}")).Text.ShouldNotContain("今天停的");
        (await site.CountAsync("setting_change where area = 'macro'")).ShouldBeGreaterThanOrEqualTo(2);
    }

    private async Task ChangedAsync(string name, params (string Label, string Value)[] steps)
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        (await admin.PressAsync(await admin.GetAsync("/admin/macros/change"), "存下", [("名称", name), .. steps, ("依据", Basis)])).Path.ShouldBe("/admin/macros");
    }

    private static string Line(PageAnswer page, string reference) =>
        page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(Reference.Spoken(reference), StringComparison.Ordinal)).TextContent.ReplaceLineEndings(" ");
}
