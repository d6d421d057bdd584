using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.AskReview;

/// <summary>剔除, 不合理诉求认定, 考核申诉: asked with a file, decided by another person above, on record apart from what was heard.</summary>
public sealed class ReviewTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private static readonly byte[] Paper = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"u8.ToArray();

    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;
    private GivenFollowUps calls = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
        calls = new GivenFollowUps(site, city);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task DecidedByAnotherPersonAbove_LaysTheAnswerAside_AndLeavesItAsItWasHeard()
    {
        var reference = await HeardAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var asked = await AskAsync(handler, reference, "剔除");
        asked.Text.ShouldContain("申请交上去了");
        await site.RunJobsAsync();
        (await chair.GetAsync("/notices")).Text.ShouldContain("申请剔除，等裁定");

        var page = await chair.GetAsync((await chair.GetAsync("/desk/follow-ups/reviews")).LinkTo("剔除"));
        page.Text.ShouldContain("1 个文件");
        await chair.PressAsync(page, "裁定", ("同意", "on"), ("为什么", "单位九月已经迁出本市。"));

        var followUp = await calls.OfAsync(reference);
        (followUp.SetAside, followUp.Solved, followUp.Rating).ShouldBe((ReviewKind.Exclusion, HeardSolved.Solved, Rating.Dissatisfied));
        (await handler.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("剔除，不计入");
        (await site.CountAsync("scoring_review where granted and decided_by is not null and decided_by <> asked_by")).ShouldBe(1);
    }

    [Fact]
    public async Task WhoAsked_OrIsNotAbove_DoesNotDecide()
    {
        var reference = await HeardAsync();
        var account = await site.StaffAsync("both-hats", "孙强");
        await site.PostAsync(account, "孙强", Role.Handler, city.Courier);
        await site.PostAsync(account, "孙强", Role.Chair, city.Qingxi);
        using var both = await site.SignedInAsync("both-hats");
        await AskAsync(both, reference, "考核申诉");

        var own = await both.GetAsync((await both.GetAsync("/desk/follow-ups/reviews")).LinkTo("考核申诉"));
        own.Text.ShouldContain("自己申请的不能自己裁定");
        var below = await city.AsAsync(Role.Chair, city.Courier);
        (await below.GetAsync(own.Path)).Text.ShouldContain("要由这个单位上面的同志来裁定");
        (await (await city.AsAsync(Role.Chair, city.Donghu)).GetAsync(own.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await calls.OfAsync(reference)).SetAside.ShouldBeNull();
    }

    [Fact]
    public async Task WithoutAFile_OrBeforeTheEnd_OrByAnotherUnit_IsRefused()
    {
        var reference = await HeardAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        (await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/review"), "交上去裁定", ("剔除", "on"), ("为什么", "单位迁走了"))).Text.ShouldContain("带上凭据");
        var open = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(open, city.Courier);
        (await AskAsync(handler, open, "剔除")).Text.ShouldContain("办结以后才能申请");
    }

    [Fact]
    public async Task WhereTheUnitAboveHasNobody_TheNextOneIsAsked_AndALongListIsReadToItsEnd()
    {
        var reference = await HeardAsync();
        var chair = await city.AsAsync(Role.Chair, city.Anhe);
        await AskAsync(await city.AsAsync(Role.Handler, city.Courier), reference, "剔除");
        await site.RunJobsAsync();
        (await chair.GetAsync("/notices")).Text.ShouldContain("申请剔除，等裁定");

        await site.ExecuteAsync($"""
            insert into scoring_review (id, request_id, round, unit_id, kind, reason, entry_id, asked_at, asked_name)
            select gen_random_uuid(), request_id, 100 + n, unit_id, kind, reason, entry_id, asked_at, asked_name
            from scoring_review, generate_series(1, 110) n where unit_id = '{city.Courier.Value}'
            """);
        var first = await chair.GetAsync("/desk/follow-ups/reviews");
        var second = await chair.GetAsync(first.LinkTo("下一页"));
        (first.Document.QuerySelectorAll("a.uh-item").Length, second.Document.QuerySelectorAll("a.uh-item").Length).ShouldBe((100, 11));
    }

    /// <summary>Ended, followed up, solved but not satisfied.</summary>
    private async Task<string> HeardAsync()
    {
        var reference = await calls.ConfirmedAsync();
        await calls.AnswerAsync(await calls.CallerAsync(), reference, rating: "不满意");
        return reference;
    }

    private static async Task<PageAnswer> AskAsync(Browser browser, string reference, string kind) => await browser.PressWithFileAsync(
        await browser.GetAsync($"/desk/requests/{reference}/review"), "交上去裁定", "照片或文件", "迁出证明.pdf", Paper, (kind, "on"), ("为什么", "单位九月迁出，职工已随迁。"));
}
