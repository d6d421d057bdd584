using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.SameMatter;

/// <summary>The same worker about the same: he is asked before a second request is made; new facts open an ended one again, old words do not.</summary>
public sealed class SameMatterTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Again = "八月的工资到现在没发，一共二十三个人，主管昨天把群解散了。";

    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task TheWorkerIsAsked_AndHisWordsGoToTheFirst()
    {
        using var worker = site.NewBrowser();
        var filed = GivenWorker.Filed.Of(await site.SubmitAsync(worker));
        var before = await site.CountAsync("request");

        var asked = await site.PressSubmitAsync(worker, words: Again, more: [("欠了几个月", "2")]);

        asked.Text.ShouldContain("是同一件事吗");
        asked.Text.ShouldContain(Reference.Spoken(filed.Reference));
        asked.ValueOf("说说经过").ShouldBe(Again);
        (await site.CountAsync("request")).ShouldBe(before);
        var followed = await worker.PressAsync(asked, "提交", ("补充到", "on"));
        followed.Path.ShouldBe($"/requests/track/{filed.Reference}");
        followed.Text.ShouldContain("补充到这件了，没有另立一件");
        followed.Text.ShouldContain("主管昨天把群解散了");
        followed.Text.ShouldContain("欠了几个月：2");
        (await site.CountAsync("request")).ShouldBe(before);
    }

    [Fact]
    public async Task TheWorkerSaysItIsAnother_AndGetsANumberOfItsOwn()
    {
        using var worker = site.NewBrowser();
        var filed = GivenWorker.Filed.Of(await site.SubmitAsync(worker));
        var asked = await site.PressSubmitAsync(worker, words: Again);
        GivenWorker.Filed.Of(await worker.PressAsync(asked, "提交", ("这是另一件事", "on"))).Reference.ShouldNotBe(filed.Reference);
    }

    [Theory]
    [InlineData("匿名", "")]
    [InlineData("对本单位保密", "仓库的王主管")]
    public async Task WhatNamesSomebody_OrIsKeptCloser_IsNotAddedToTheFirst(string visibility, string accused)
    {
        using var worker = site.NewBrowser();
        var filed = GivenWorker.Filed.Of(await site.SubmitAsync(worker));
        var second = GivenWorker.Filed.Of(await site.PressSubmitAsync(worker, visibility: visibility, words: Again, more: [("反映的是谁", accused)]));
        second.Reference.ShouldNotBe(filed.Reference);
        (await site.RequestAsync(second.Reference)).Accused.ShouldBe(accused.Length == 0 ? null : accused);
    }

    [Fact]
    public async Task AStrangerWhoKnowsNameAndPhone_LearnsNothing()
    {
        await site.FiledAsync("wage-arrears", "实名");
        using var stranger = site.NewBrowser();
        var receipt = await site.PressSubmitAsync(stranger, visibility: "实名");
        GivenWorker.Filed.Of(receipt);
        receipt.Text.ShouldNotContain("是同一件事吗");
    }

    [Fact]
    public async Task AnotherMatterOfTheSameWorker_IsNotAskedAbout()
    {
        using var worker = site.NewBrowser();
        await site.SubmitAsync(worker);
        GivenWorker.Filed.Of(await site.PressSubmitAsync(worker, "work-injury", words: "昨天卸货时手压伤了，单位说是自己不小心。", more: [("哪天受的伤", "2026-09-17")]));
    }

    [Fact]
    public async Task AfterTheDaysOfTheSetting_ItIsANewMatter()
    {
        using var worker = await site.WorkerBrowserAsync("13900005501");
        await site.SubmitAsync(worker);
        site.Clock.Advance(TimeSpan.FromDays(31));
        using var later = await site.SignedInAsync("13900005501");
        GivenWorker.Filed.Of(await site.PressSubmitAsync(later, words: Again));
    }

    [Fact]
    public async Task AnEndedMatter_OpensAgainOnNewFacts_ButNotOnOldWords()
    {
        var filed = await EndedAsync();
        using var worker = await site.FollowerAsync(filed);
        var page = await worker.GetAsync($"/requests/track/{filed.Reference}");
        page.LinkTo("又有了新情况").ShouldBe($"/requests/track/{filed.Reference}/supplement");

        var same = await worker.PressAsync(await worker.GetAsync($"/requests/track/{filed.Reference}/supplement"), "补充上去", ("又有什么情况", GivenWorker.Words));
        same.ErrorAt("又有什么情况").ShouldNotBeNull().ShouldContain("您之前都说过");
        (await site.RequestAsync(filed.Reference)).State.ShouldBe(RequestState.Closed);

        var done = await worker.PressAsync(same, "补充上去", ("又有什么情况", "发了的又扣回去了，说是发错账户，还要我们写欠条。"));
        done.Text.ShouldContain("有了新情况，交给");
        var request = await site.RequestAsync(filed.Reference);
        (request.State, request.Reopens, request.ClosedAt, request.Round).ShouldBe((RequestState.Dispatched, 1, null, 2));
        request.NextDueAt.ShouldBeGreaterThan(site.Clock.GetUtcNow());
        (await site.CountAsync($"follow_up where request_id = '{request.Id.Value}' and state = 'open'")).ShouldBe(0);
        done.Text.ShouldNotContain("晚了");
    }

    [Fact]
    public async Task LongAfterTheEnd_ItStaysEnded()
    {
        var filed = await EndedAsync();
        site.Clock.Advance(TimeSpan.FromDays(31));
        using var worker = await site.FollowerAsync(filed);
        (await worker.GetAsync($"/requests/track/{filed.Reference}/supplement")).Text.ShouldContain("不能再补充了");
    }

    [Fact]
    public async Task AColleagueWhoRegisters_IsAskedToo_InHisScopeOnly()
    {
        var first = await given.SubmittedAsync(city.Courier, "八月的工资没有发，二十三个人。", service: "wage-arrears");
        var agent = await city.AsAsync(Role.Agent, city.City);
        var asked = await RegisterAsync(agent, "工资还是没发，说公司账户冻结了。");
        asked.Text.ShouldContain("同一位职工，是同一件事吗");
        asked.ValueOf("他说的话").ShouldBe("工资还是没发，说公司账户冻结了。");
        var added = await agent.PressAsync(asked, "登记，给编号和口令", ("补充到", "on"));
        added.Path.ShouldBe($"/desk/requests/{first}");
        added.Text.ShouldContain("（电话）工资还是没发，说公司账户冻结了。");

        var elsewhere = await city.AsAsync(Role.Handler, city.Beiyuan);
        (await RegisterAsync(elsewhere, "工资还是没发。")).Title.ShouldBe("登记好了，念给他听");
        var anonymous = await RegisterAsync(agent, "工资还是没发。", ("匿名", "on"));
        anonymous.Title.ShouldBe("登记好了，念给他听");
    }

    private static async Task<PageAnswer> RegisterAsync(Browser browser, string words, params (string, string)[] more) => await browser.PressAsync(
        await browser.GetAsync("/desk/requests/register"), "登记，给编号和口令",
        [("他说的话", words), ("是哪类事", "wage-arrears"), ("姓名", "王大力"), ("手机号", "19900001011"), .. more]);

    private async Task<GivenWorker.Filed> EndedAsync()
    {
        var filed = await site.FiledAsync();
        await site.ReplyAsync(filed.Reference);
        await site.DeskAsync(filed.Reference, (request, _, at) => request.ConfirmSolved(Rating.Satisfied, null, Actor.Visitor(null), at));
        await site.RunJobsAsync();
        return filed;
    }
}
