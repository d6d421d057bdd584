using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Jobs;
using UnionHall.Requests.SayFeedback;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.SayFeedback;

/// <summary>The link of the closing message: no account, nothing changed by opening it, good for a while, changeable.</summary>
public sealed class SayFeedbackTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
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
    public async Task OpenedByAScanner_ChangesNothing()
    {
        var (reference, link) = await SilentAsync();
        var before = await StateAsync(reference);
        using var scanner = site.NewBrowser();
        for (var time = 0; time < 3; time++)
        {
            (await scanner.GetAsync(link)).Title.ShouldContain("办得怎么样");
            using var head = await scanner.SendRawAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(link, UriKind.Relative)));
        }

        (await StateAsync(reference)).ShouldBe(before);
        (await WordsAsync(reference)).ShouldBe(0);
    }

    [Fact]
    public async Task Answered_IsStoredApart_MayBeChanged_AndNotSolvedComesFirstForACaller()
    {
        var (reference, link) = await SilentAsync();
        using var worker = site.NewBrowser();
        var said = await worker.PressAsync(await worker.GetAsync(link), "说完了", ("解决了", "on"), ("满意", "on"), ("办得快", "on"));
        said.Text.ShouldContain("记下了，谢谢您");
        (await calls.OfAsync(reference)).Reason.ShouldBe(FollowUpReason.Silent);

        var form = await worker.GetAsync(link);
        form.Text.ShouldContain("您说过一次，可以改");
        await worker.PressAsync(form, "说完了", ("没解决", "on"), ("不满意", "on"), ("说的和实际不一样", "on"));

        var word = await WordAsync(reference);
        (word.Solved, word.Rating, word.ChangedAt.HasValue).ShouldBe((HeardSolved.Unsolved, Rating.Dissatisfied, true));
        word.Reasons.ShouldContain("说的和实际不一样");
        var followUp = await calls.OfAsync(reference);
        (followUp.Reason, followUp.State, followUp.Solved).ShouldBe((FollowUpReason.Disputed, FollowUpState.Open, null));
        (await given.ReadAsync(reference)).Outcome.ShouldBe(Outcome.Silent);
    }

    [Fact]
    public async Task MadeUp_OfAnotherRequest_OrOver_DoesNotOpen()
    {
        var (reference, link) = await SilentAsync();
        var (other, _) = await SilentAsync();
        using var browser = site.NewBrowser();
        (await browser.GetAsync(link + "x")).Path.ShouldStartWith("/requests/track?");
        (await browser.GetAsync(link.Replace(reference, other, StringComparison.Ordinal))).Path.ShouldStartWith("/requests/track?");
        (await browser.GetAsync($"/requests/track/{reference}/say")).Path.ShouldStartWith("/requests/track?");

        var form = await browser.GetAsync(link);
        site.Clock.Advance(TimeSpan.FromDays(15));
        (await browser.GetAsync(link)).Path.ShouldStartWith("/requests/track?");
        await browser.PressAsync(form, "说完了", ("解决了", "on"), ("满意", "on"));
        (await WordsAsync(reference)).ShouldBe(0);
    }

    [Fact]
    public async Task TheOwnPageOfASealedWorker_AsksInPlaceOfACaller_AndNotSolvedGoesBack()
    {
        await site.ExecuteAsync("update sampling_rule set percent = 100");
        var town = await site.CityAsync();
        var filed = await site.FiledAsync();
        await given.DispatchedAsync(filed.Reference, town.Union);
        await site.ReplyAsync(filed.Reference);
        using var worker = await site.FollowerAsync(filed);
        await worker.PressAsync(await worker.GetAsync($"/requests/track/{filed.Reference}/confirm"), "交上去", ("解决了", "on"), ("很满意", "on"));
        await site.RunJobsAsync();
        (await calls.OfAsync(filed.Reference)).Means.ShouldBe(FollowUpMeans.OwnPage);

        var page = await worker.GetAsync((await worker.GetAsync($"/requests/track/{filed.Reference}")).LinkTo("说说办得怎么样"));
        page.Text.ShouldContain("有没有人联系过您");
        await worker.PressAsync(page, "说完了", ("没解决", "on"), ("没有", "on"), ("不满意", "on"));

        var followUp = await calls.OfAsync(filed.Reference);
        (followUp.State, followUp.Contacted, followUp.Solved, followUp.EndedBy).ShouldBe((FollowUpState.Done, HeardContact.No, HeardSolved.Unsolved, null));
        var request = await given.ReadAsync(filed.Reference);
        (request.State, request.CurrentUnit, request.Reworks).ShouldBe((RequestState.Dispatched, town.Union, 1));
        (await worker.GetAsync($"/requests/track/{filed.Reference}")).Text.ShouldContain("回访时您说没解决，交给顺达速运工会重办");
    }

    [Fact]
    public async Task TheClosingMessage_CarriesTheLink()
    {
        using var worker = await site.WorkerBrowserAsync("13900007755", "王大力");
        var town = await site.CityAsync();
        var filed = GivenWorker.Filed.Of(await site.SubmitAsync(worker, "overtime-pay", "实名"));
        await given.DispatchedAsync(filed.Reference, town.Union);
        await site.ReplyAsync(filed.Reference);
        site.Clock.Advance(TimeSpan.FromDays(8));
        await site.WithAsync<CloseSilentRequests>(job => job.RunAsync(stop));
        await site.RunJobsAsync();

        (await worker.GetAsync("/notices")).Text.ShouldContain("解决没有、满意不满意，点开说一句");
        (await site.CountAsync($"notice where kind = 'word-asked' and link like '/requests/track/{filed.Reference}/say?token=%'")).ShouldBe(1);
    }

    [Fact]
    public async Task ASealedWorker_WhoGaveAGrade_IsStillAskedByHisPage_AndToldSo()
    {
        await site.ExecuteAsync("update sampling_rule set percent = 100");
        using var worker = await site.WorkerBrowserAsync("13900007766", "王大力");
        var town = await site.CityAsync();
        var filed = GivenWorker.Filed.Of(await site.SubmitAsync(worker));
        await given.DispatchedAsync(filed.Reference, town.Union);
        await site.ReplyAsync(filed.Reference);
        await worker.PressAsync(await worker.GetAsync($"/requests/track/{filed.Reference}/confirm"), "交上去", ("解决了", "on"), ("很满意", "on"));
        await site.RunJobsAsync();
        await site.RunJobsAsync();

        (await calls.OfAsync(filed.Reference)).Means.ShouldBe(FollowUpMeans.OwnPage);
        (await worker.GetAsync("/notices")).Text.ShouldContain("工会回访，不打电话，请您点开说一句");
        (await site.CountAsync($"notice where kind = 'word-asked' and title like '%{filed.Reference}%'")).ShouldBe(1);
    }

    [Fact]
    public async Task NotSolved_WhereNobodyWasDrawn_IsFollowedUp()
    {
        await site.ExecuteAsync("update sampling_rule set percent = 0 where reason = 'silent'");
        var (reference, link) = await SilentAsync();
        await site.ExecuteAsync("update sampling_rule set percent = 100 where reason = 'silent'");
        (await site.CountAsync($"follow_up f join request r on r.id = f.request_id where r.reference = '{reference}'")).ShouldBe(0);
        using var worker = site.NewBrowser();
        await worker.PressAsync(await worker.GetAsync(link), "说完了", ("没解决", "on"), ("不满意", "on"));

        var followUp = await calls.OfAsync(reference);
        (followUp.Reason, followUp.State, followUp.Means).ShouldBe((FollowUpReason.Disputed, FollowUpState.Open, FollowUpMeans.Call));
    }

    [Fact]
    public async Task NotSolved_AfterTheFollowUpHadEnded_IsAskedOnceMore_AndOnlyOnce()
    {
        var (reference, link) = await SilentAsync();
        var caller = await calls.CallerAsync();
        await calls.AnswerAsync(caller, reference);
        using var worker = site.NewBrowser();
        async Task UnsolvedAsync() => await worker.PressAsync(await worker.GetAsync(link), "说完了", ("没解决", "on"), ("不满意", "on"));

        await site.ExecuteAsync($"update follow_up set last_failed_at = ended_at where request_id = (select id from request where reference = '{reference}')");
        await UnsolvedAsync();
        var again = await calls.OfAsync(reference);
        (again.Reason, again.State, again.Solved, again.EndedAt).ShouldBe((FollowUpReason.Disputed, FollowUpState.Open, null, null));
        var page = await calls.OpenAsync(caller, reference);
        page.Text.ShouldContain("打通了：解决了，满意，单位有没有联系过他：联系过");
        (await caller.PressAsync(page, "显示号码")).Text.ShouldNotContain("今天已经打过", Case.Sensitive, "a call in vain before belongs to the first time");
        await calls.AnswerAsync(caller, reference);
        await UnsolvedAsync();
        (await calls.OfAsync(reference)).State.ShouldBe(FollowUpState.Done);
    }

    /// <summary>Answered, and closed because its worker said nothing.</summary>
    private async Task<(string Reference, string Link)> SilentAsync()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(reference);
        site.Clock.Advance(TimeSpan.FromDays(8));
        await site.WithAsync<CloseSilentRequests>(job => job.RunAsync(stop));
        await site.RunJobsAsync();
        var request = await given.ReadAsync(reference);
        return (reference, await site.WithAsync<FeedbackLinks, string>(links => links.IssueAsync(request, stop)));
    }

    private Task<WorkerWord> WordAsync(string reference) => site.WithAsync<RequestsDb, WorkerWord>(async db =>
    {
        var request = (await db.FindAsync(reference, stop))!;
        return await db.WorkerWords.AsNoTracking().SingleAsync(word => word.RequestId == request.Id, stop);
    });

    private Task<long> WordsAsync(string reference) => site.CountAsync($"worker_word w join request r on r.id = w.request_id where r.reference = '{reference}'");

    private async Task<(RequestState, long, long)> StateAsync(string reference) =>
        ((await given.ReadAsync(reference)).State, await site.CountAsync("timeline_entry"), await site.CountAsync("audit_entry"));
}
