using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ConfirmRequest;

public sealed class ConfirmRequestTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Post_WhenSolved_EndsItWithTheRating()
    {
        var (filed, browser, form) = await RepliedAsync();
        using var _ = browser;
        form.Text.ShouldContain("工资今天下午已经打到卡上");

        var page = await browser.PressAsync(form, "交上去", ("解决了", "on"), ("很满意", "on"));

        page.Text.ShouldContain("您说解决了");
        var request = await site.RequestAsync(filed.Reference);
        (request.State, request.Outcome, request.Rating).ShouldBe((RequestState.Closed, Outcome.Solved, Rating.VerySatisfied));
    }

    [Fact]
    public async Task Post_WhenNotSolved_GoesToTheUnitAboveTheOneThatAnswered()
    {
        var city = await site.CityAsync();
        var (filed, browser, form) = await RepliedAsync();
        using var _ = browser;
        form.Text.ShouldContain("交给安和区总工会里没办过它的人重新看，2 个工作日内联系您");

        var page = await browser.PressAsync(form, "交上去", ("没解决", "on"), ("只解决了一部分", "on"), ("想说的话", "还差一个月"));

        page.Text.ShouldContain("现在由安和区总工会重新看");
        page.Text.ShouldContain("9月21日 周一前联系您");
        var request = await site.RequestAsync(filed.Reference);
        (request.State, request.CurrentUnit, request.Disputes, request.Rating).ShouldBe((RequestState.Disputed, city.District, 1, null));
        (await site.CountAsync("timeline_entry where text = E'只解决了一部分。\\n还差一个月'")).ShouldBe(1);
    }

    [Fact]
    public async Task Post_WhenTheTopOfTheTreeAnswered_StaysThereForItsChair()
    {
        var city = await site.CityAsync();
        var filed = await site.FiledAsync("legal-aid");
        await site.ReplyAsync(filed.Reference);
        using var browser = await site.FollowerAsync(filed);
        var form = await browser.GetAsync($"/requests/track/{filed.Reference}/confirm");
        form.Text.ShouldContain("交给青川市总工会的主席重新看");

        await browser.PressAsync(form, "交上去", ("没解决", "on"), ("没人联系过我", "on"));

        (await site.RequestAsync(filed.Reference)).CurrentUnit.ShouldBe(city.Root);
    }

    [Fact]
    public async Task Get_WhenItIsAboutSomebody_PromisesOneWhoIsNotConcerned()
    {
        var filed = await site.FiledAsync("legal-aid");
        await site.ReplyAsync(filed.Reference);
        await site.ExecuteAsync($"update request set accused = '市总工会的主席' where reference = '{filed.Reference}'");
        using var browser = await site.FollowerAsync(filed);
        var form = await browser.GetAsync($"/requests/track/{filed.Reference}/confirm");
        form.Text.ShouldContain("交给青川市总工会里和这件事不相干的人重新看");
        form.Text.ShouldNotContain("的主席");
    }

    [Fact]
    public async Task Post_WhenSomeoneHigherAnsweredForTheStreet_GoesAboveWhoAnswered()
    {
        var city = await site.CityAsync();
        var filed = await site.FiledAsync();
        using var high = await site.StaffBrowserAsync(Role.Handler, city.District, "周正");
        await high.PressAsync(await high.GetAsync($"/desk/requests/{filed.Reference}/reply"), "发出", ("答复职工", "区里已经问过了。"));
        using var browser = await site.FollowerAsync(filed);
        (await browser.GetAsync($"/requests/track/{filed.Reference}")).Text.ShouldContain("安和区总工会 周同志");
        var form = await browser.GetAsync($"/requests/track/{filed.Reference}/confirm");
        form.Text.ShouldContain("交给青川市总工会里没办过它的人重新看");

        await browser.PressAsync(form, "交上去", ("没解决", "on"), ("没人联系过我", "on"));

        (await site.RequestAsync(filed.Reference)).CurrentUnit.ShouldBe(city.Root);
    }

    [Fact]
    public async Task Post_WhenNotSolved_TheNewDateStandsUntilTheNextAnswer()
    {
        var (filed, browser, form) = await RepliedAsync();
        using var _ = browser;
        await browser.PressAsync(form, "交上去", ("没解决", "on"), ("没人联系过我", "on"));
        await site.DeskAsync(filed.Reference, (request, actor, at) => request.Acknowledge(actor, at));

        (await browser.GetAsync($"/requests/track/{filed.Reference}")).Text.ShouldContain("9月21日 周一前联系您");
        (await browser.GetAsync("/my/requests")).Text.ShouldContain("9月21日 周一前联系您");
    }

    [Fact]
    public async Task Post_WithoutAWordOfWhatIsMissing_AsksForOne()
    {
        var (filed, browser, form) = await RepliedAsync();
        using var _ = browser;

        (await browser.PressAsync(form, "交上去")).Text.ShouldContain("选一下：解决了，还是没解决。");
        (await browser.PressAsync(form, "交上去", ("没解决", "on"))).Text.ShouldContain("说说还差在哪里");
        (await browser.PressAsync(form, "交上去", ("没解决", "on"), ("别的原因", "on"))).ErrorAt("想说的话").ShouldBe("选了“别的原因”，写一句是什么。");
        (await site.RequestAsync(filed.Reference)).State.ShouldBe(RequestState.Replied);
    }

    [Fact]
    public async Task Post_ASecondTime_SaysThatItIsDone()
    {
        var (filed, browser, form) = await RepliedAsync();
        using var _ = browser;
        var openInAnotherTab = await browser.GetAsync($"/requests/track/{filed.Reference}/confirm");
        await browser.PressAsync(form, "交上去", ("解决了", "on"));

        (await browser.PressAsync(openInAnotherTab, "交上去", ("没解决", "on"), ("没人联系过我", "on"))).Text.ShouldContain("不用再确认");
        var fresh = await browser.GetAsync($"/requests/track/{filed.Reference}/confirm");

        fresh.Text.ShouldContain("不用再确认");
        fresh.HasButton("交上去").ShouldBeFalse();
        (await site.RequestAsync(filed.Reference)).Outcome.ShouldBe(Outcome.Solved);
    }

    [Fact]
    public async Task Post_BeforeAnAnswer_IsRefused()
    {
        var filed = await site.FiledAsync();
        using var browser = await site.FollowerAsync(filed);

        var page = await browser.GetAsync($"/requests/track/{filed.Reference}/confirm");

        page.Text.ShouldContain("这件事现在是“已收到”，不用再确认");
    }

    [Fact]
    public async Task Post_OfAHiddenWorker_ClimbsPastAllUnionsOfHisEmployer()
    {
        var city = await site.CityAsync();
        var branch = await site.UnitAsync("夜班分会", UnionHall.Organisation.UnitKind.Branch, city.Union);
        var filed = await site.FiledAsync("wage-arrears", "对本单位保密");
        await site.DeskAsync(filed.Reference, (request, actor, at) => request.Dispatch(branch, Domain.HopTerm.Until(at, at.AddDays(1)), "看一下", actor, at));
        await site.ReplyAsync(filed.Reference);
        using var browser = await site.FollowerAsync(filed);

        await browser.PressAsync(await browser.GetAsync($"/requests/track/{filed.Reference}/confirm"), "交上去", ("没解决", "on"), ("没人联系过我", "on"));

        (await site.RequestAsync(filed.Reference)).CurrentUnit.ShouldBe(city.Street);
    }

    private async Task<(GivenWorker.Filed Filed, Browser Browser, PageAnswer Form)> RepliedAsync()
    {
        var filed = await site.FiledAsync();
        await site.ReplyAsync(filed.Reference);
        var browser = await site.FollowerAsync(filed);
        return (filed, browser, await browser.GetAsync($"/requests/track/{filed.Reference}/confirm"));
    }

    [Fact]
    public async Task Post_WithMoreThanTheWordsInForce_IsRefusedAtTheField_WithNothingLost()
    {
        var (filed, browser, form) = await RepliedAsync();
        using var _ = browser;
        var words = new string('还', 4001);

        var refused = await browser.PressAsync(form, "交上去", ("没解决", "on"), ("想说的话", words));

        refused.ErrorAt("想说的话").ShouldNotBeNull().ShouldContain("最多 4,000 个");
        refused.ValueOf("想说的话").ShouldBe(words);
        (await browser.PressAsync(refused, "交上去", ("想说的话", new string('还', 1500)))).Text.ShouldContain("重新看");
    }
}
