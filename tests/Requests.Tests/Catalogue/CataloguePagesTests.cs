using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Catalogue;

public sealed class CataloguePagesTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Basis = "澜工办〔2026〕12号";

    [Theory]
    [InlineData("/admin/services")]
    [InlineData("/admin/services/add")]
    [InlineData("/admin/services/wage-arrears")]
    [InlineData("/admin/services/wage-arrears/retire")]
    [InlineData("/admin/categories/add")]
    [InlineData("/admin/categories/pay")]
    public async Task Get_OnlyForTheSystemAdministrator(string address)
    {
        var city = await GivenCity.BuildAsync(site);
        using var visitor = site.NewBrowser();
        (await visitor.GetAsync(address)).Path.ShouldStartWith("/sign-in");
        foreach (var role in new[] { Role.Handler, Role.Chair, Role.SecurityAdmin })
        {
            (await (await city.AsAsync(role, city.City)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        var admin = await city.AsAsync(Role.SystemAdmin, city.City);
        (await admin.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/admin")).LinkTo("服务目录").ShouldBe("/admin/services");
    }

    [Theory]
    [InlineData("/admin/services/nothing")]
    [InlineData("/admin/services/nothing/retire")]
    [InlineData("/admin/categories/nothing")]
    public async Task Get_WhatIsNotThere_IsNotFound(string address)
    {
        var (admin, _) = await AdminAsync();

        (await admin.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Add_ShowsIt_AndWorkersAreAskedItsQuestions()
    {
        var (admin, _) = await AdminAsync();
        var page = await admin.GetAsync("/admin/services/add");
        (string, string)[] typed =
        [
            ("名称", "高温天停工"), ("给职工看的说明", "高温天该停工不停工的，告诉我们。"), ("诉求类型", "help"), ("类别", "heat-cold"), ("谁先收", "street"), ("期限（工作日）", "４"),
            ("实名", "on"), ("问题 1 的问法", "在哪种地方干活"), ("问题 1 怎么填", "choice"), ("问题 1 的选项", "室外\n没有空调的室内\n室外"), ("问题 1 必须填", "true"),
            ("问题 2 的问法", "从哪天开始的"), ("问题 2 怎么填", "date"), ("问题 2 排第几", "1"), ("依据", Basis),
        ];
        var preview = await admin.PressAsync(page, "看看会加什么", typed);
        preview.Text.ShouldContain("期限：4 个工作日");
        preview.Text.ShouldContain("问题 2：在哪种地方干活（从几个里选，必填：室外/没有空调的室内）");
        (await WorkerAsync("/services")).Text.ShouldNotContain("高温天停工");

        var added = await admin.PressAsync(preview, "就这样加");

        added.Path.ShouldBe("/admin/services");
        added.Text.ShouldContain("“高温天停工”加好了，2026-09-18 起可以选");
        (await WorkerAsync("/services")).Text.ShouldContain("高温天停工");
        var submit = await WorkerAsync((await WorkerAsync("/services")).LinkTo("高温天停工"));
        submit.Text.ShouldContain("在哪种地方干活");
        submit.Body.IndexOf("从哪天开始的", StringComparison.Ordinal).ShouldBeLessThan(submit.Body.IndexOf("在哪种地方干活", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Preview_AfterOneMoreQuestion_IsAPreview_AndLiesWhereTheButtonLeads()
    {
        var (admin, _) = await AdminAsync();
        var more = await admin.PressAsync(await admin.GetAsync("/admin/services/legal-aid"), "再加一个问题", ("期限（工作日）", "8"), ("依据", Basis));

        var preview = await admin.PressAsync(more, "看看会改什么");

        preview.Text.ShouldContain("会改这些");
        preview.HasButton("就这样改").ShouldBeTrue();
        preview.Document.QuerySelector("button[formaction='/admin/services/legal-aid#preview']").ShouldNotBeNull();
        preview.Document.GetElementById("preview").ShouldNotBeNull();
    }

    [Fact]
    public async Task Change_IsANewVersion_AndRequestsFiledBeforeKeepTheirs()
    {
        var (admin, city) = await AdminAsync();
        var given = new GivenRequests(site);
        var filed = await given.SubmittedAsync(city.Courier, service: "work-injury");
        var before = await given.ReadAsync(filed);

        var saved = await ChangeAsync(admin, "work-injury", ("名称", "工伤求助（新）"), ("期限（工作日）", "9"), ("依据", Basis));

        saved.Path.ShouldBe("/admin/services");
        saved.Text.ShouldContain("工伤求助（新）");
        var after = await given.ReadAsync(filed);
        (after.ServiceId, after.DueAt).ShouldBe((before.ServiceId, before.DueAt));
        (await given.ReadAsync(await given.SubmittedAsync(city.Courier, service: "work-injury"))).ServiceId.ShouldNotBe(before.ServiceId);
        var page = await admin.GetAsync("/admin/services/work-injury");
        page.Text.ShouldContain("→ 工伤求助（新）");
        page.Text.ShouldContain("→ 9 个工作日");
        page.Text.ShouldNotContain("问题 1：");
        page.Text.ShouldContain($"依据：{Basis}");
        page.Text.ShouldContain("李敏，今天 14:20，从 2026-09-18 起");
    }

    [Fact]
    public async Task Change_FromALaterDay_WaitsForIt_AndAnEarlierOneTakesItsPlace()
    {
        var (admin, _) = await AdminAsync();
        await ChangeAsync(admin, "mental-health", ("名称", "心里话热线"), ("从哪天起", "2026-10-01"), ("依据", Basis));
        (await WorkerAsync("/services")).Text.ShouldNotContain("心里话热线");
        (await admin.GetAsync("/admin/services")).Text.ShouldContain("2026-10-01 起换新的");
        var planned = await admin.GetAsync("/admin/services/mental-health");
        planned.Text.ShouldContain("下面是 2026-10-01 起的那一版，还没到日子");
        planned.ValueOf("名称").ShouldBe("心里话热线");

        await ChangeAsync(admin, "mental-health", ("名称", "谈谈心"), ("从哪天起", "2026-09-18"), ("依据", Basis));

        (await WorkerAsync("/services")).Text.ShouldContain("谈谈心");
        (await admin.GetAsync("/admin/services")).Text.ShouldNotContain("2026-10-01 起换新的");
    }

    [Fact]
    public async Task Change_OfWhatSomebodyElseChangedMeanwhile_IsRefused()
    {
        var (admin, _) = await AdminAsync();
        var old = await admin.GetAsync("/admin/services/student-aid");
        await ChangeAsync(admin, "student-aid", ("期限（工作日）", "11"), ("依据", Basis));

        (await admin.PressAsync(old, "看看会改什么", ("期限（工作日）", "12"), ("依据", Basis))).Text.ShouldContain("您打开以后，别人改过这个事项");
    }

    [Theory]
    [InlineData("名称", "", "名称还没填。")]
    [InlineData("名称", "一二三四五六七八九十一二三四五六七八九十一", "名称最多 20 个字，现在 21 个。")]
    [InlineData("名称", "要举报", "已经有一个事项叫“要举报”了，换个名称。")]
    [InlineData("给职工看的说明", "嗯", "说明太短，至少 4 个字。")]
    [InlineData("诉求类型", "", "选一下是哪一类诉求。")]
    [InlineData("类别", "", "选一个类别。")]
    [InlineData("谁先收", "", "选一下由哪一级先收。")]
    [InlineData("期限（工作日）", "0", "期限要填 1 到 180 之间的整数，单位是工作日。")]
    [InlineData("从哪天起", "2026-09-17", "要从今天或以后的一天起。过去的日子已经按原来的办了。")]
    [InlineData("最后一天", "2026-09-01", "最后一天不能早于开始的那天。")]
    [InlineData("依据", "", "依据还没写。写文件的名称和文号，没有文件就写哪次会议定的。")]
    [InlineData("问题 1 怎么填", "choice", "至少写两个选项，一行一个。", "问题 1 的选项")]
    [InlineData("问题 1 怎么填", "", "选一下“有几个人”怎么填。")]
    [InlineData("问题 2 的问法", "有几个人", "“有几个人”问了两遍，留一个。")]
    public async Task Add_WithBadInput_IsRefusedAtItsField(string field, string value, string sentence, string? at = null)
    {
        var (admin, _) = await AdminAsync();
        (string Label, string Value)[] good =
        [
            ("名称", "班车接送"), ("给职工看的说明", "班车不来、不够坐，告诉我们。"), ("诉求类型", "help"), ("类别", "commute"), ("谁先收", "street"), ("期限（工作日）", "5"), ("实名", "on"),
            ("问题 1 的问法", "有几个人"), ("问题 1 怎么填", "count"), ("问题 2 怎么填", "text"), ("依据", Basis),
        ];

        var refused = await admin.PressAsync(await admin.GetAsync("/admin/services/add"), "看看会加什么", [.. good, (field, value)]);

        refused.ErrorAt(at ?? field).ShouldBe(sentence);
        refused.ValueOf(field).ShouldBe(value);
        refused.HasButton("就这样加").ShouldBeFalse();
    }

    [Fact]
    public async Task Retire_TakesItOutOfTheCatalogue_AndAChangeBringsItBack()
    {
        var (admin, city) = await AdminAsync();
        var given = new GivenRequests(site);
        var filed = await given.SubmittedAsync(city.Courier, service: "legal-aid");
        var page = await admin.GetAsync("/admin/services/legal-aid/retire");
        (await admin.PressAsync(page, "停用")).ErrorAt("依据").ShouldNotBeNull();

        (await admin.PressAsync(page, "停用", ("依据", Basis))).Text.ShouldContain("从 2026-09-18 起停用");

        (await WorkerAsync("/services")).Body.ShouldNotContain("service=legal-aid");
        var reader = await city.AsAsync(Role.Dispatcher, city.City);
        (await reader.GetAsync($"/desk/requests/{Uri.EscapeDataString(filed)}")).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/admin/services/legal-aid")).Text.ShouldContain("这个事项停用了");
        (await ChangeAsync(admin, "legal-aid", ("依据", "恢复办理的通知"))).Path.ShouldBe("/admin/services");
        (await admin.GetAsync("/admin/services/legal-aid")).Text.ShouldContain("重新启用");
    }

    [Fact]
    public async Task Retire_OfWhatTakesInEverythingElse_IsRefused()
    {
        var (admin, _) = await AdminAsync();

        (await admin.PressAsync(await admin.GetAsync("/admin/services/general-help/retire"), "停用", ("依据", Basis))).Text.ShouldContain("要一直有，不能停用");
    }

    [Fact]
    public async Task Move_ChangesTheOrderThatWorkersSee()
    {
        var (admin, _) = await AdminAsync();
        var before = await WorkerAsync("/services");
        var (first, second) = ("安全隐患", "劳保用品");
        before.Text.IndexOf(first, StringComparison.Ordinal).ShouldBeLessThan(before.Text.IndexOf(second, StringComparison.Ordinal));

        var moved = await admin.PostFormAsync(await admin.GetAsync("/admin/services"), "/admin/services?handler=Move", ("code", await CodeOfAsync(admin, second)), ("up", "true"));

        moved.Text.ShouldContain("顺序改好了");
        var after = await WorkerAsync("/services");
        after.Text.IndexOf(second, StringComparison.Ordinal).ShouldBeLessThan(after.Text.IndexOf(first, StringComparison.Ordinal));
        (await admin.GetAsync("/admin/services")).Text.ShouldContain("挪顺序");
    }

    [Fact]
    public async Task Category_IsAddedRenamedAndRetired_ButNotWhileServicesStandInIt()
    {
        var (admin, _) = await AdminAsync();
        var added = await admin.PressAsync(await admin.GetAsync("/admin/categories/add"), "加上", ("名称", "新业态"), ("依据", Basis));
        added.Text.ShouldContain("类别“新业态”加好了");
        var address = Under(added, "新业态");
        await admin.PressAsync(await admin.GetAsync(address), "改", ("名称", "新就业形态"), ("依据", Basis));
        var page = await admin.GetAsync(address);
        page.Text.ShouldContain("名称：新业态 → 新就业形态");

        (await admin.PressAsync(page, "改", ("停用", "on"), ("依据", Basis))).Text.ShouldContain("新就业形态 停用");

        var full = await admin.PressAsync(await admin.GetAsync("/admin/categories/work-injury"), "改", ("停用", "on"), ("依据", Basis));
        full.Text.ShouldContain("先把它们换到别的类别，或停用");
        (await admin.PressAsync(await admin.GetAsync("/admin/categories/pay"), "改", ("停用", "on"), ("依据", Basis))).Text.ShouldContain("个类别在用");
        (await admin.PressAsync(await admin.GetAsync("/admin/categories/add"), "加上", ("名称", "劳动报酬"))).ErrorAt("名称").ShouldBe("已经有一类叫“劳动报酬”了。");
    }

    [Fact]
    public async Task Change_ByTheAdministratorOfAStreet_IsRefused()
    {
        var city = await GivenCity.BuildAsync(site);
        var admin = await city.AsAsync(Role.SystemAdmin, city.Qingxi);

        (await admin.PressAsync(await admin.GetAsync("/admin/services/add"), "看看会加什么")).Text.ShouldContain("只有管全部单位的系统管理员能改");
    }

    private static async Task<PageAnswer> ChangeAsync(Browser admin, string code, params (string Label, string Value)[] fields)
    {
        var preview = await admin.PressAsync(await admin.GetAsync($"/admin/services/{code}"), "看看会改什么", fields);
        return await admin.PressAsync(preview, "就这样改");
    }

    private static string Under(PageAnswer page, string name) => page.Document.QuerySelectorAll("section")
        .First(section => section.QuerySelector("h2")?.TextContent.Contains(name, StringComparison.Ordinal) == true).QuerySelector("a")!.GetAttribute("href")!;

    private static async Task<string> CodeOfAsync(Browser admin, string name) => (await admin.GetAsync("/admin/services")).LinkTo(name).Split('/')[^1];

    private async Task<PageAnswer> WorkerAsync(string address)
    {
        using var worker = site.NewBrowser();
        return await worker.GetAsync(address);
    }

    private async Task<(Browser Admin, GivenCity City)> AdminAsync()
    {
        var city = await GivenCity.BuildAsync(site);
        return (await city.AsAsync(Role.SystemAdmin, city.City), city);
    }
}
