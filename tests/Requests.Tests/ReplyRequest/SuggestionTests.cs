using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ReplyRequest;

/// <summary>What an answer can start from: what is known, and what satisfied others, in scope and without anybody's name.</summary>
public sealed class SuggestionTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Letter = "仓库的叉车没有倒车蜂鸣器，差点撞到人。";

    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AnAnswerThatSatisfied_IsOfferedToThoseWhoMaySeeIt_WithoutTheName()
    {
        var done = await AnsweredAsync(city.Courier, "王师傅您好，叉车九月都装了蜂鸣器，安全员19900002022每天查。", Visibility.Hidden);
        var reference = await given.SubmittedAsync(city.Courier, Letter);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.GetAsync($"/desk/requests/{reference}/reply");
        page.Text.ShouldContain($"{Reference.Spoken(done)} 的答复，职工满意");
        page.Body.ShouldNotContain("王师傅");
        page.Body.ShouldNotContain("19900002022");

        var put = await handler.PressAsync(page, "放进来", ("答复职工", "先说一句。"));
        put.ValueOf("答复职工").ShouldBe("先说一句。\n{填：称呼}您好，叉车九月都装了蜂鸣器，安全员{填：号码}每天查。");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
        var sent = await handler.PressAsync(put, "发出，请他确认", ("答复职工", "叉车明天装蜂鸣器。"));
        sent.LinkTo("叉车九月都装了蜂鸣器").ShouldBe($"/desk/requests/{done}");
        (await handler.GetAsync($"/desk/requests/{reference}?show=public")).Text.ShouldNotContain("答复参考了");

        var elsewhere = await given.SubmittedAsync(city.Restaurant, Letter);
        var other = await city.AsAsync(Role.Handler, city.Wangjiang);
        (await other.GetAsync($"/desk/requests/{elsewhere}/reply")).Text.ShouldContain("没有像的");
        var above = await city.AsAsync(Role.Chair, city.Anhe);
        (await above.GetAsync($"/desk/requests/{elsewhere}/reply")).Text.ShouldContain(Reference.Spoken(done));
    }

    [Fact]
    public async Task WhatIsPutIn_SpeaksOfThisCase_NotOfTheOther()
    {
        var done = await given.SubmittedAsync(city.Courier, "夜班的班车九点就没有了。想请工会问一问。");
        var title = (await given.ReadAsync(done)).Title;
        await given.ChangedAsync(done, request => request.Reply(
            $"王师傅您好，您说的“{title}”（{Reference.Spoken(done)}），夜班班车加到十一点，李小满同志也问过。", site.Clock.GetUtcNow().AddDays(7), Actor.Platform("周同志"), site.Clock.GetUtcNow()));
        await given.ConfirmedAsync(done);
        var reference = await given.SubmittedAsync(city.Courier, "夜班班车能不能晚一点。");
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var put = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "放进来");
        put.ValueOf("答复职工").ShouldBe($"{{填：称呼}}您好，您说的“夜班班车能不能晚一点”（{Reference.Spoken(reference)}），夜班班车加到十一点，{{填：称呼}}也问过。");
    }

    [Fact]
    public async Task WordsForTheStaff_PutIntoAnAnswer_AreTold()
    {
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var written = await chair.PressAsync(await chair.GetAsync("/desk/knowledge/write"), "存成", ("标题", "夜宵补贴怎么答"), ("归哪一类", "commute"), ("正文", "夜宵补贴的口径：先问食堂，再说标准。"));
        await chair.PressAsync(await chair.GetAsync(written.Path + "/publish"), "发布", ("内部", "on"));
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var put = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{await given.SubmittedAsync(city.Courier, "夜宵补贴什么标准？")}/reply"), "放进来");
        put.ValueOf("答复职工").ShouldContain("夜宵补贴的口径");
        (await handler.PressAsync(put, "发出前看一眼")).Text.ShouldContain("“夜宵补贴怎么答”是内部的知识");
    }

    [Fact]
    public async Task AnAnswerThatDidNotSatisfy_IsNotOffered()
    {
        var reference = await given.SubmittedAsync(city.Restaurant, "更衣室的锁坏了没人修。");
        await given.AcknowledgedAsync(reference);
        await given.RepliedAsync(reference);
        var next = await given.SubmittedAsync(city.Restaurant, "更衣室的锁又坏了。");
        (await (await city.AsAsync(Role.Handler, city.Wangjiang)).GetAsync($"/desk/requests/{next}/reply")).Text.ShouldNotContain(Reference.Spoken(reference));
    }

    [Fact]
    public async Task AnArticle_IsOfferedWithItsSource_AndWhatIsTypedCounts()
    {
        var chair = await city.AsAsync(Role.Chair, city.City);
        var written = await chair.PressAsync(await chair.GetAsync("/desk/knowledge/write"), "存成", ("标题", "带薪年休假几天"), ("归哪一类", "annual-leave"), ("正文", "满一年五天，满十年十天。"));
        await chair.PressAsync(await chair.GetAsync(written.Path + "/publish"), "发布", ("公开", "on"));
        var reference = await given.SubmittedAsync(city.Courier, "想问件事。");
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        (await handler.GetAsync($"/desk/requests/{reference}/reply")).Text.ShouldNotContain("带薪年休假几天");
        var looked = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "按写的再找", ("答复职工", "年休假今天"));
        looked.LinkTo("带薪年休假几天").ShouldBe(written.Path);
        var put = await handler.PressAsync(looked, "放进来");
        put.ValueOf("答复职工").ShouldBe("年休假今天\n满一年五天，满十年十天。\n更多见“常见问题”：带薪年休假几天");
    }

    [Fact]
    public async Task AnAnswerToACaseAboutTheReader_IsNotOfferedToHim()
    {
        var (meant, colleague) = (await site.StaffBrowserAsync(Role.Dispatcher, city.Anhe, "钱多多"), await site.StaffBrowserAsync(Role.Dispatcher, city.Anhe, "郑一心"));
        var about = await AnsweredAsync(city.Courier, "叉车的检验今天补上了。", Visibility.Named, "区里的钱多多");
        var next = await given.SubmittedAsync(city.Courier, Letter);
        (await colleague.GetAsync($"/desk/requests/{next}/reply")).Text.ShouldContain($"{Reference.Spoken(about)} 的答复");
        (await meant.GetAsync($"/desk/requests/{next}/reply")).Text.ShouldNotContain($"{Reference.Spoken(about)} 的答复");
    }

    private async Task<string> AnsweredAsync(UnitId worksAt, string answer, Visibility visibility, string? accused = null)
    {
        var reference = await given.SubmittedAsync(worksAt, Letter, visibility: visibility, accused: accused);
        await given.ChangedAsync(reference, request => request.Reply(answer, site.Clock.GetUtcNow().AddDays(7), Actor.Platform("周同志"), site.Clock.GetUtcNow()));
        await given.ConfirmedAsync(reference);
        return reference;
    }
}
