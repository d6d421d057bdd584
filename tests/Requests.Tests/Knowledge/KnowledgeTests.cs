using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Knowledge;

/// <summary>Written once, published by whoever may, kept in versions, looked through in time, read by who it is for.</summary>
public sealed partial class KnowledgeTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ADraft_IsReadByItsWritersOnly_UntilSomebodyWhoMayPublishesIt()
    {
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var address = await WrittenAsync(handler, "夜班津贴怎么算", "夜班津贴按本单位的集体合同。");
        var draft = await handler.GetAsync(address);
        draft.Text.ShouldContain("还是草稿");
        draft.HasButton("发布").ShouldBeFalse();
        (await handler.GetAsync(address + "/publish")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var stranger = site.NewBrowser();
        var elsewhere = await city.AsAsync(Role.Chair, city.Beiyuan);
        (await elsewhere.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync("/desk/knowledge?view=work")).Text.ShouldNotContain("夜班津贴");
        (await stranger.GetAsync(PublicOf(address))).Status.ShouldBe(HttpStatusCode.NotFound);

        await PublishedAsync(await city.AsAsync(Role.Chair, city.Qingxi), address, "内部");
        (await elsewhere.GetAsync("/desk/knowledge?q=夜班津贴")).Text.ShouldContain("夜班津贴怎么算");
        (await stranger.GetAsync(PublicOf(address))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("/knowledge?q=夜班津贴")).Text.ShouldNotContain("夜班津贴怎么算");

        await PublishedAsync(await city.AsAsync(Role.Chair, city.Qingxi), address, "公开");
        (await stranger.GetAsync(PublicOf(address))).Text.ShouldContain("按本单位的集体合同");
        (await site.CountAsync("audit_entry where what = 'article-published'")).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task SomebodyOfAnotherUnit_NeitherWritesOnNorPublishes()
    {
        var address = await WrittenAsync(await city.AsAsync(Role.Handler, city.Qingxi), "停车位", "停车位在后门。");
        await PublishedAsync(await city.AsAsync(Role.Chair, city.Qingxi), address, "公开");
        var other = await city.AsAsync(Role.Chair, city.Wangjiang);
        (await other.GetAsync(address)).Text.ShouldNotContain("写新的一版");
        (await other.GetAsync("/desk/knowledge/write?article=" + KeyOf(address))).Status.ShouldBe(HttpStatusCode.NotFound);
        var form = await other.GetAsync("/desk/knowledge/write");
        (await other.PostFormAsync(form, address + "/withdraw", ("Form.Text", "不要了"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostFormAsync(form, "/desk/knowledge/write", ("Form.Article", KeyOf(address)), ("Form.Title", "改掉"), ("Form.Category", "commute"), ("Form.Text", "改掉"), ("Form.Changed", "改掉"))).Text.ShouldContain("归别的单位管");
        (await site.NewBrowser().GetAsync(PublicOf(address))).Text.ShouldContain("停车位在后门");
        var above = await city.AsAsync(Role.Chair, city.Anhe);
        (await above.GetAsync(address)).Text.ShouldContain("撤下…");
    }

    [Fact]
    public async Task ANewVersion_WaitsForItsOwnPublication_AndBothCanBeCompared()
    {
        var (handler, chair) = (await city.AsAsync(Role.Handler, city.Qingxi), await city.AsAsync(Role.Chair, city.Qingxi));
        var address = await WrittenAsync(handler, "最低工资", "每月 2000 元。\n小时 20 元。");
        await PublishedAsync(chair, address, "公开");
        var again = await handler.GetAsync("/desk/knowledge/write?article=" + KeyOf(address));
        (await handler.PressAsync(again, "存成", ("正文", "每月 2200 元。\n小时 20 元。"))).ErrorAt("这一版改了什么").ShouldNotBeNull();
        var done = await handler.PressAsync(again, "存成", ("正文", "每月 2200 元。\n小时 20 元。"), ("这一版改了什么", "2026 年调整"));
        done.Text.ShouldContain("还没有发布");
        (await site.NewBrowser().GetAsync(PublicOf(address))).Text.ShouldContain("2000");

        var compared = await handler.GetAsync(address + "/compare?from=1&to=2");
        compared.Document.QuerySelector("del")!.TextContent.ShouldBe("每月 2000 元。");
        compared.Document.QuerySelector("ins")!.TextContent.ShouldBe("每月 2200 元。");
        compared.Text.ShouldContain("2 行不同");

        await PublishedAsync(chair, address, "公开");
        (await site.NewBrowser().GetAsync(PublicOf(address))).Text.ShouldContain("2200");
        (await handler.GetAsync(address + "?version=1")).Text.ShouldContain("每月 2000 元");
    }

    [Fact]
    public async Task TwoWritersAtOnce_TheSecondKeepsHisWords_AndIsTold()
    {
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var address = await WrittenAsync(handler, "班车", "一天四班。");
        var (first, second) = (await handler.GetAsync("/desk/knowledge/write?article=" + KeyOf(address)), await handler.GetAsync("/desk/knowledge/write?article=" + KeyOf(address)));
        await handler.PressAsync(first, "存成", ("正文", "一天五班。"), ("这一版改了什么", "加一班"));
        var late = await handler.PressAsync(second, "存成", ("正文", "一天六班。"), ("这一版改了什么", "加两班"));
        late.Text.ShouldContain("刚刚被别人改过");
        late.ValueOf("正文").ShouldBe("一天六班。");
    }

    [Fact]
    public async Task WhatIsPlanned_ComesOutAtItsTime_Once()
    {
        var chair = await city.AsAsync(Role.Chair, city.Donghu);
        var address = await WrittenAsync(chair, "国庆值班", "国庆期间照常接听。");
        var form = await chair.GetAsync(address + "/publish");
        (await chair.PressAsync(form, "发布", ("公开", "on"), ("什么时候", "2020-01-01T08:00"))).ErrorAt("什么时候").ShouldNotBeNull().ShouldContain("已经过了");
        var local = site.Clock.GetUtcNow().AddHours(8).AddHours(3);
        var planned = await chair.PressAsync(form, "发布", ("公开", "on"), ("什么时候", $"{local:yyyy-MM-ddTHH:mm}"));
        planned.Text.ShouldContain("自动发布");
        await TendAsync();
        (await site.NewBrowser().GetAsync(PublicOf(address))).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Clock.Advance(TimeSpan.FromHours(3));
        await TendAsync();
        await TendAsync();
        (await site.NewBrowser().GetAsync(PublicOf(address))).Status.ShouldBe(HttpStatusCode.OK);
        (await site.CountAsync($"audit_entry where what = 'article-published' and subject_id = '{KeyOf(address)}'")).ShouldBe(1);
    }

    [Fact]
    public async Task WhatIsToBeLookedThrough_IsToldToWhoWroteIt_Once()
    {
        using var chair = await site.StaffBrowserAsync(Role.Chair, city.Nanmen);
        var address = await WrittenAsync(chair, "采暖费", "按本市标准。");
        await PublishedAsync(chair, address, "内部");
        (await chair.GetAsync("/desk/knowledge?view=due")).Text.ShouldContain("没有要复核的");
        site.Clock.Advance(TimeSpan.FromDays(400));
        using var later = await site.StaffBrowserAsync(Role.Chair, city.Nanmen);
        await TendAsync();
        await site.RunJobsAsync();
        await TendAsync();
        await site.RunJobsAsync();
        (await site.CountAsync($"notice where link = '{address}'")).ShouldBe(1);
        (await later.GetAsync("/desk/knowledge?view=due")).Text.ShouldContain("采暖费");
        var next = site.Clock.GetUtcNow().AddDays(100);
        await later.PressAsync(await later.GetAsync(address + "/review"), "还对", ("下次哪天复核", $"{next:yyyy-MM-dd}"), ("核对了什么", "对过公告"));
        (await later.GetAsync("/desk/knowledge?view=due")).Text.ShouldNotContain("采暖费");
        (await later.GetAsync(address)).Text.ShouldContain("对过公告");
    }

    [Fact]
    public async Task WhatIsWithdrawn_IsGoneForReaders_WithItsReasonOnRecord()
    {
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var address = await WrittenAsync(chair, "旧规定", "旧的。");
        await PublishedAsync(chair, address, "公开");
        (await chair.PressAsync(await chair.GetAsync(address + "/withdraw"), "撤下", ("为什么撤", " "))).ErrorAt("为什么撤").ShouldNotBeNull();
        (await chair.PressAsync(await chair.GetAsync(address + "/withdraw"), "撤下", ("为什么撤", "新规定施行"))).Text.ShouldContain("新规定施行");
        (await site.NewBrowser().GetAsync(PublicOf(address))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await city.AsAsync(Role.Handler, city.Beiyuan)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AWorkersOpinion_CountsOnce_AndHisWordsReachTheWriters()
    {
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var address = await WrittenAsync(chair, "体检", "一年一次。");
        await PublishedAsync(chair, address, "公开");
        using var worker = await site.WorkerBrowserAsync("19900005511");
        await worker.PressAsync(await worker.GetAsync(PublicOf(address)), "有用");
        await worker.PressAsync(await worker.GetAsync(PublicOf(address)), "没帮上", ("有用吗", "没说去哪家医院"));
        var seen = await chair.GetAsync(address);
        seen.Text.ShouldContain("有用 0，没帮上 1");
        seen.Text.ShouldContain("没说去哪家医院");
        var long200 = await worker.PressAsync(await worker.GetAsync(PublicOf(address)), "有用", ("有用吗", new string('长', 201)));
        long200.ErrorAt("有用吗").ShouldNotBeNull().ShouldContain("201");
    }

    [Fact]
    public async Task PublicArticlesOfTheCategory_AreOfferedWhenFilingAndOnTheReceipt()
    {
        var chair = await city.AsAsync(Role.Chair, city.City);
        var address = await WrittenAsync(chair, "工资拖着不发怎么办", "先留证据。", "wages-unpaid");
        await PublishedAsync(chair, address, "公开");
        var visitor = site.NewBrowser();
        (await visitor.GetAsync("/")).Text.ShouldContain("先找找答案");
        var form = await visitor.GetAsync("/requests/submit?service=wage-arrears");
        form.LinkTo("工资拖着不发怎么办").ShouldBe(PublicOf(address));
        (await visitor.GetAsync("/requests/submit")).Text.ShouldNotContain("工资拖着不发怎么办");
    }

    [Fact]
    public async Task AFileOfAnArticle_GoesWithIt()
    {
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var page = await chair.PressWithFileAsync(
            await chair.GetAsync("/desk/knowledge/write"), "存成", "照片或文件", "申请表.txt", "表"u8.ToArray(), ("标题", "申请表在哪"), ("归哪一类", "joining"), ("正文", "附件就是。"));
        var file = page.LinkTo("申请表.txt");
        var stranger = site.NewBrowser();
        (await stranger.GetAsync(file)).Status.ShouldNotBe(HttpStatusCode.OK);
        (await (await city.AsAsync(Role.Handler, city.Beiyuan)).GetAsync(file)).Status.ShouldNotBe(HttpStatusCode.OK);
        await PublishedAsync(chair, page.Address.AbsolutePath, "公开");
        (await stranger.GetAsync(file)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AFileOfANewVersion_IsReadByNobodyElse_UntilThatVersionIsPublished()
    {
        var (chair, stranger) = (await city.AsAsync(Role.Chair, city.Qingxi), site.NewBrowser());
        var first = await chair.PressWithFileAsync(
            await chair.GetAsync("/desk/knowledge/write"), "存成", "照片或文件", "旧表.txt", "旧"u8.ToArray(), ("标题", "困难补助的表"), ("归哪一类", "joining"), ("正文", "填附件的表。"));
        var (address, old) = (first.Path, first.LinkTo("旧表.txt"));
        await PublishedAsync(chair, address, "公开");

        var again = await chair.GetAsync("/desk/knowledge/write?article=" + KeyOf(address));
        var kept = await chair.PressAsync(again, "存成", ("这一版改了什么", "没改什么"));
        kept.Text.ShouldContain("和上一版一样");
        var second = await chair.PressWithFileAsync(again, "存成", "照片或文件", "新表.txt", "新"u8.ToArray(), ("去掉 旧表.txt", "on"), ("这一版改了什么", "换表"));
        var fresh = second.LinkTo("新表.txt");
        second.Text.ShouldNotContain("旧表.txt");
        (await stranger.GetAsync(fresh)).Status.ShouldNotBe(HttpStatusCode.OK);
        (await (await city.AsAsync(Role.Handler, city.Beiyuan)).GetAsync(fresh)).Status.ShouldNotBe(HttpStatusCode.OK);
        (await stranger.GetAsync(PublicOf(address))).LinkTo("旧表.txt").ShouldBe(old);
        (await stranger.GetAsync(old)).Status.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync(PublicOf(address))).Text.ShouldNotContain("新表.txt");
        var compared = await chair.GetAsync(address + "/compare?from=1&to=2");
        compared.Text.ShouldContain("去掉：旧表.txt");
        compared.Text.ShouldContain("加上：新表.txt");
        (await chair.GetAsync(address + "/publish")).LinkTo("新表.txt").ShouldBe(fresh);

        await PublishedAsync(chair, address, "公开");
        (await stranger.GetAsync(fresh)).Status.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync(old)).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ManyDraftsOfOthers_HideNoneOfOnesOwn_AndAListGoesOnWhereItEnded()
    {
        var chair = await city.AsAsync(Role.Chair, city.Beiyuan);
        var own = await WrittenAsync(chair, "北苑自己的草稿", "等着发布。");
        await site.ExecuteAsync(
            $"""
            insert into article (id, category, title, number, unit_id, owner_name, changed_at)
            select gen_random_uuid(), 'commute', '别处的草稿', 1, '{city.Wangjiang.Value}', '周同志', timestamptz '2030-01-01' + n * interval '1 minute' from generate_series(1, 300) n;
            insert into article_version (article_id, number, title, words, changed, at, actor_name) select id, 1, title || changed_at, '正文。', '', changed_at, '周同志' from article where title = '别处的草稿'
            """);
        (await chair.GetAsync("/desk/knowledge?view=work")).LinkTo("北苑自己的草稿").ShouldBe(own);
        var others = await city.AsAsync(Role.Chair, city.Wangjiang);
        var seen = new HashSet<string>();
        var page = await others.GetAsync("/desk/knowledge?view=work");
        for (var pages = 1; ; pages++)
        {
            var links = page.Document.QuerySelectorAll("a.uh-item").Select(link => link.GetAttribute("href")!).ToList();
            links.ShouldAllBe(link => seen.Add(link));
            if (!page.Text.Contains("看后面的", StringComparison.Ordinal))
            {
                break;
            }

            page = await others.GetAsync(page.LinkTo("看后面的"));
            pages.ShouldBeLessThan(20);
        }

        seen.Count.ShouldBeGreaterThanOrEqualTo(300);
        await site.ExecuteAsync("delete from article_version where article_id in (select id from article where title = '别处的草稿'); delete from article where title = '别处的草稿'");
    }

    [Fact]
    public async Task WhereTheWriterAndHisPublishersAreGone_SomebodyAboveIsReminded()
    {
        using var above = await site.StaffBrowserAsync(Role.Chair, city.Anhe, "安主席");
        using var writer = await site.StaffBrowserAsync(Role.Chair, city.Courier, "赵主席");
        var address = await WrittenAsync(writer, "高温津贴", "六月到九月。");
        await PublishedAsync(writer, address, "内部");
        await site.ExecuteAsync($"update post set from_on = '2019-01-01', to_on = '2020-01-01' where unit_id = '{city.Courier.Value}'");
        site.Clock.Advance(TimeSpan.FromDays(400));
        await TendAsync();
        await site.RunJobsAsync();
        (await site.CountAsync($"notice where link = '{address}'")).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task WhatIsMissing_IsToldAtItsField()
    {
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var refused = await handler.PressAsync(await handler.GetAsync("/desk/knowledge/write"), "存成", ("标题", " "), ("正文", ""), ("哪天复核", "2020-01-01"));
        refused.ErrorAt("标题").ShouldNotBeNull();
        refused.ErrorAt("正文").ShouldNotBeNull();
        refused.ErrorAt("归哪一类").ShouldNotBeNull();
        refused.ErrorAt("哪天复核").ShouldNotBeNull();
        (await handler.PressAsync(await handler.GetAsync("/desk/knowledge/write"), "看看样子", ("标题", "样子"), ("正文", "## 小标题\n- 一条\n\n一段"))).Document.QuerySelectorAll(".uh-article h2").Select(heading => heading.TextContent).ShouldContain("小标题");
    }

    private Task TendAsync() => site.WithAsync<TendArticles>(job => job.RunAsync(stop));

    private static async Task<string> WrittenAsync(Browser writer, string title, string words, string category = "commute")
    {
        var done = await writer.PressAsync(await writer.GetAsync("/desk/knowledge/write"), "存成", ("标题", title), ("归哪一类", category), ("正文", words));
        done.Path.ShouldStartWith("/desk/knowledge/");
        done.Title.ShouldBe(title);
        return done.Path;
    }

    private static async Task PublishedAsync(Browser publisher, string address, string audience) =>
        (await publisher.PressAsync(await publisher.GetAsync(address + "/publish"), "发布", (audience, "on"))).Path.ShouldBe(address);

    private static string PublicOf(string address) => address.Replace("/desk", "", StringComparison.Ordinal);

    private static string KeyOf(string address) => address.Split('/')[^1];
}
