using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the desk of hops up, down and back, and of what pushes them.</summary>
internal sealed class TellOfHops(RequestsDb db, DeskNotices notices, TimeProvider clock) :
    IEventHandler<LevelInformed>, IEventHandler<ReturnAsked>, IEventHandler<ReturnDecided>, IEventHandler<ResultReported>, IEventHandler<RequestReportedUp>,
    IEventHandler<RequestEscalated>, IEventHandler<RequestChased>, IEventHandler<SupervisionStarted>, IEventHandler<SupervisionMissed>, IEventHandler<SupervisionReported>, IEventHandler<SupervisionEnded>, IEventHandler<ProblemMarked>
{
    public async Task HandleAsync(LevelInformed happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "level-informed", "有一件越过您单位直接派到了下面，请知悉", "", await notices.DecidersAtAsync(happened.Request, happened.Unit, stop), stop);

    public async Task HandleAsync(ReturnAsked happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "return-asked", $"{await notices.NameAsync(happened.Unit, stop)}申请退单，等裁定", "/return/decide",
        await DecidersOfAsync(happened, stop), stop);

    public async Task HandleAsync(ReturnDecided happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "return-decided", happened.Accepted ? "退单同意了，已经回到派单单位" : "退单没有同意，时限没停，接着办", "",
        await notices.HoldersAsync(happened.Request, happened.AskedBy, happened.Unit, stop), stop);

    public async Task HandleAsync(ResultReported happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "result-reported", $"{await notices.NameAsync(happened.From, stop)}报来了结果，等您单位答复职工", "", await notices.HoldersAsync(happened.Request, null, happened.To, stop), stop);

    public async Task HandleAsync(RequestReportedUp happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "request-reported-up", $"{await notices.NameAsync(happened.From, stop)}办不了，报请您单位接办", "", await notices.HoldersAsync(happened.Request, null, happened.To, stop), stop);

    public async Task HandleAsync(RequestEscalated happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "request-escalated", $"从{await notices.NameAsync(happened.From, stop)}提级到{await notices.NameAsync(happened.To, stop)}", "",
        [.. (await notices.HoldersAsync(happened.Request, null, happened.To, stop)).Concat(await notices.HoldersAsync(happened.Request, null, happened.From, stop)).Distinct()], stop);

    public async Task HandleAsync(RequestChased happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "request-chased", happened.ByWorker ? "职工催了，看看办到哪一步" : "上面催办，看看要求", "", await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop), stop);

    public async Task HandleAsync(SupervisionStarted happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "supervision-started", $"{await notices.NameAsync(happened.By, stop)}督办，{ClockText.By(happened.DueAt, clock.GetUtcNow())}报情况", "/supervise/report",
        await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop), stop);

    public async Task HandleAsync(SupervisionMissed happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "supervision-missed", $"督办的情况到时候没有报来（{await notices.NameAsync(happened.Unit, stop)}）", "",
        [.. (await notices.DecidersAsync(happened.Request, happened.By, null, stop)).Concat(await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop)).Distinct()], stop);

    public Task HandleAsync(SupervisionReported happened, CancellationToken stop) => notices.SendAsync(
        happened.Request, happened.Reference, "supervision-reported", "督办的情况报来了，看看能不能了结", "/supervise/end", happened.StartedBy is { } one ? [one] : [], stop);

    public async Task HandleAsync(SupervisionEnded happened, CancellationToken stop)
    {
        var now = await db.Requests.AsNoTracking().Where(request => request.Id == happened.Request).Select(request => new { request.Assignee, request.CurrentUnit }).SingleAsync(stop);
        await notices.SendAsync(happened.Request, happened.Reference, "supervision-ended", "督办了结了", "", await notices.HoldersAsync(happened.Request, now.Assignee, now.CurrentUnit, stop), stop);
    }

    public async Task HandleAsync(ProblemMarked happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "problem-marked", "列进了问题工单", "", await notices.DecidersAboveAsync(happened.Request, happened.Unit, null, Acts.Needs(Act.Supervise, default), stop), stop);

    /// <summary>Not who asked, even when he holds a post above too.</summary>
    private async Task<IReadOnlyCollection<AccountId>> DecidersOfAsync(ReturnAsked happened, CancellationToken stop)
    {
        var asker = await db.Returns.Where(ask => ask.Id == happened.Ask).Select(ask => ask.AskedBy).SingleAsync(stop);
        return await notices.DecidersAsync(happened.Request, happened.SentBy, asker, stop);
    }
}
