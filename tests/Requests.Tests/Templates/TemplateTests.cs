using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Templates;

/// <summary>Words to start from: the union's as dated data, a handler's own, and none of them sent half filled.</summary>
public sealed class TemplateTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Basis = "市总办〔2026〕9 号";

    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ATemplate_ComesAfterWhatWasWritten_FilledFromTheCase()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "一般答复", ("答复职工", "先说一句。"));

        page.ValueOf("答复职工").ShouldStartWith("先说一句。\n王同志您好");
        page.ValueOf("答复职工").ShouldContain($"（{Reference.Spoken(reference)}），清溪街道总工会办了");
        page.Text.ShouldContain("还有 3 处要填：{填：情况}、{填：办法和日期}、{填：规定}");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task WhatIsLeftToFill_CannotBeSent()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var answer = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "发出", ("答复职工", "请打｛填:电话｝。"));
        answer.ErrorAt("答复职工").ShouldBe("还有 1 处没填：{填：电话}。换成真的内容再发，职工拿到要能用。");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);

        var asked = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/ask"), "要补材料");
        (await handler.PressAsync(asked, "问他")).ErrorAt("问职工一句").ShouldNotBeNull().ShouldContain("{填：什么材料}");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task AHiddenWorker_IsNotNamedByATemplate()
    {
        var reference = await given.SubmittedAsync(city.Courier, visibility: Visibility.Hidden);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/ask"), "问清时间和数目");
        page.ValueOf("问职工一句").ShouldStartWith("职工朋友您好");
        page.Body.ShouldNotContain("王同志");
    }

    [Fact]
    public async Task WhatGoesToSeveral_SaysNothingOfOneOfThem()
    {
        var (head, other) = (await given.SubmittedAsync(city.Courier, "八月的工资没有发。"), await given.SubmittedAsync(city.Courier, "我们也没有发。", name: "李小满", phone: "19900001012"));
        await given.MergedAsync(other, head);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{head}/reply"), "一般答复");
        page.ValueOf("答复职工").ShouldStartWith("各位职工您好，您{填：受理日期}说的“{填：标题}”（{填：编号}），清溪街道总工会办了");
        var looked = await handler.PressAsync(page, "发出前看一眼", ("答复职工", "王师傅您好，工资今天发了。"));
        looked.Text.ShouldContain("并在这里的几位职工都看得到这份答复，这里写了“王师傅”");
    }

    [Fact]
    public async Task TheComposerOfACase_TakesItsWordsAlongToTheTemplates()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "用模板", ("答复职工", "写了一半"));
        page.Path.ShouldStartWith($"/desk/requests/{reference}/reply");
        page.ValueOf("答复职工").ShouldBe("写了一半");
    }

    [Fact]
    public async Task AnExtension_IsExplainedFromATemplate()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.AcknowledgedAsync(reference);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/clock/ask"), "在等别的部门");
        page.ValueOf("原因").ShouldContain("{填：哪个部门}");
        var refused = await handler.PressAsync(page, "交上去批", ("延期", "on"), ("延多少", "2"), ("凭什么", "受理通知书"));
        refused.ErrorAt("原因").ShouldNotBeNull().ShouldContain("没填");
        (await site.CountAsync($"clock_ask where request_id = (select id from request where reference = '{reference}')")).ShouldBe(0);
    }

    [Fact]
    public async Task AChangeCountsFromItsDay_WithItsDocument_AndEndsTheSameWay()
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        var reference = await given.SubmittedAsync(city.Courier, service: "wage-arrears");
        var other = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var form = await admin.GetAsync("/admin/templates/change");
        var wages = ("只给哪个事项", "wage-arrears");
        var done = await admin.PressAsync(form, "存下", ("名称", "工资要看合同"), ("答复", "on"), wages, ("内容", "{称呼}您好，请把合同带来。"), ("依据", Basis));
        done.Path.ShouldBe("/admin/templates");
        done.Text.ShouldContain("工资要看合同");
        done.Text.ShouldContain($"依据：{Basis}");
        (await handler.GetAsync($"/desk/requests/{reference}/reply")).HasButton("工资要看合同").ShouldBeTrue();
        (await handler.GetAsync($"/desk/requests/{other}/reply")).HasButton("工资要看合同").ShouldBeFalse();

        var tomorrow = DateOnly.FromDateTime(site.Clock.GetUtcNow().AddHours(8).Date).AddDays(1);
        var ends = await admin.PressAsync(await admin.GetAsync(done.LinkTo("工资要看合同")), "存下", ("从那天起停用", "on"), ("从哪天起", $"{tomorrow:yyyy-MM-dd}"), ("依据", Basis));
        ends.Text.ShouldContain($"{tomorrow:yyyy-MM-dd} 起停用");
        (await handler.GetAsync($"/desk/requests/{reference}/reply")).HasButton("工资要看合同").ShouldBeTrue();
        site.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await site.StaffBrowserAsync(Role.Handler, city.Qingxi);
        (await later.GetAsync($"/desk/requests/{reference}/reply")).HasButton("工资要看合同").ShouldBeFalse();
    }

    [Fact]
    public async Task APlaceThatNothingCanFill_IsRefusedAtSaving()
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        var refused = await admin.PressAsync(await admin.GetAsync("/admin/templates/change"), "存下", ("名称", "试试"), ("答复", "on"), ("内容", "{身份证}请带来"), ("依据", Basis));
        refused.ErrorAt("内容").ShouldNotBeNull().ShouldStartWith("{身份证}没有东西可填。能用的有{称呼}、{编号}");
        refused.ErrorAt("名称").ShouldBeNull();
        (await site.CountAsync("reply_template where name = '试试'")).ShouldBe(0);

        var looked = await admin.PressAsync(await admin.GetAsync("/admin/templates/change"), "看看填好的样子", ("名称", "试试"), ("答复", "on"), ("内容", "{称呼}您好"));
        looked.Text.ShouldContain("王同志您好");
        (await site.CountAsync("reply_template where name = '试试'")).ShouldBe(0);
        (await admin.PressAsync(looked, "存下", ("依据", Basis))).Path.ShouldBe("/admin/templates");
    }

    [Fact]
    public async Task ANumberOfAPerson_IsNoTemplate()
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        var refused = await admin.PressAsync(await admin.GetAsync("/admin/templates/change"), "存下", ("名称", "找小李"), ("答复", "on"), ("内容", "请打 13812345678。"), ("依据", Basis));
        refused.ErrorAt("内容").ShouldNotBeNull().ShouldContain("里面有手机号 13812345678");
        (await site.CountAsync("reply_template where name = '找小李'")).ShouldBe(0);
    }

    [Fact]
    public async Task TwoAdministratorsAtOnce_TheSecondIsToldToLookAgain()
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        var (first, second) = (await admin.GetAsync("/admin/templates/change?template=same-matter"), await admin.GetAsync("/admin/templates/change?template=same-matter"));
        (await admin.PressAsync(first, "存下", ("内容", "一"), ("依据", Basis))).Path.ShouldBe("/admin/templates");
        (await admin.PressAsync(second, "存下", ("内容", "二"), ("依据", Basis))).Text.ShouldContain("别人改过这个模板");
    }

    [Fact]
    public async Task AnAdministratorOfADistrict_DoesNotChangeWhatAllShare()
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.Anhe);
        (await admin.PressAsync(await admin.GetAsync("/admin/templates/change?template=secret"), "存下", ("内容", "一"), ("依据", Basis))).Text.ShouldContain("各级工会共用");
    }

    [Fact]
    public async Task OnesOwnTemplate_IsOnesOwn()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        (await handler.GetAsync("/desk/templates")).Text.ShouldContain("还没有自己的模板");
        var kept = await handler.PressAsync(await handler.GetAsync("/desk/templates/keep"), "存下", ("名称", "我的开头"), ("答复", "on"), ("内容", "{称呼}您好，我是{经办人}。"));
        kept.Path.ShouldBe("/desk/templates");
        (await handler.GetAsync($"/desk/requests/{reference}/reply")).HasButton("我的开头").ShouldBeTrue();

        var colleague = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi);
        (await colleague.GetAsync($"/desk/requests/{reference}/reply")).HasButton("我的开头").ShouldBeFalse();
        var own = kept.LinkTo("我的开头");
        (await colleague.GetAsync(own)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await handler.PressAsync(await handler.GetAsync(own), "删掉")).Text.ShouldContain("还没有自己的模板");
    }
}
