using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Calling;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Retaliation;

/// <summary>Takes the answer of a worker. A "yes" becomes a report one level above the unit that had answered him, sealed, and tied to nothing that unit can see.</summary>
internal sealed class RetaliationDesk(RequestsDb db, RequestIntake intake, ServiceCatalogue catalogue, UpperUnit upper, UnitDirectory units, IdentitySeal seal, TimeProvider clock)
{
    private static readonly Actor Platform = Actor.Platform("打击报复回访");

    /// <summary>The report with its passphrase where he said yes, else null. The caller saves.</summary>
    public async Task<Result<Received?>> AnswerAsync(RetaliationCheck check, bool suffered, string? words, Channel channel, Actor by, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (!suffered)
        {
            return new Result<Received?>(null, check.AnswerNo(by, now).Refusal);
        }

        if (string.IsNullOrEmpty(words))
        {
            return RetaliationRefusals.NoWords;
        }

        if (!check.IsAskedNow(now))
        {
            return check.IsOpen ? RetaliationRefusals.Early : RetaliationRefusals.Ended;
        }

        var report = await ReportAsync(check, words, channel, now, stop);
        return new Result<Received?>(report, check.AnswerYes(words, report.Request.Id, by, now).Refusal);
    }

    public async Task<Result> NotReachedAsync(RetaliationCheck check, Actor by, CancellationToken stop) =>
        check.NotReached((await FollowUpNumbers.OfAsync(db, clock.GetUtcNow(), stop)).Attempts, by, clock.GetUtcNow());

    private async Task<Received> ReportAsync(RetaliationCheck check, string words, Channel channel, DateTimeOffset now, CancellationToken stop)
    {
        var request = await db.Requests.AsNoTracking().Include(row => row.Orders).SingleAsync(row => row.Id == check.RequestId, stop);
        var answered = request.HeadId is { } head ? await db.Requests.AsNoTracking().Include(row => row.Orders).SingleAsync(row => row.Id == head, stop) : request;
        var requester = await db.Requesters.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == request.Id, stop);
        var person = request.Visibility == Visibility.Anonymous || requester is null ? null : seal.Open(requester);
        var about = await AboutAsync(request, answered, stop);
        var asked = new NewRequest
        {
            Service = (await catalogue.GeneralAsync(MatterType.Report, stop))!,
            Title = "因为反映问题被为难",
            Words = words,
            Visibility = person is null ? Visibility.Anonymous : Visibility.Hidden,
            Channel = channel,
            WorksAt = request.WorksAt,
            Person = person,
            Known = about.Accused,
            Receiver = await ReceiverAsync(request.WorksAt, about, stop),
        };
        return await intake.ReceiveAsync(asked, Platform, now, stop);
    }

    /// <summary>Whom the first request was about, and who answered it, last first; who had it where nobody had.</summary>
    private async Task<(List<AccusedOne> Accused, UnitId Answered)> AboutAsync(Request request, Request answered, CancellationToken stop)
    {
        var accused = await db.Accused.AsNoTracking().Where(one => one.RequestId == request.Id).Select(one => new AccusedOne(one.Account, one.UnitId, one.Name)).ToListAsync(stop);
        var answers = await db.Timeline.AsNoTracking().Where(entry => entry.RequestId == answered.Id && (entry.Kind == TimelineKind.Replied || entry.Kind == TimelineKind.ReplyApproved))
            .OrderByDescending(entry => entry.Id).Select(entry => new { Unit = entry.UnitId ?? answered.CurrentUnit, entry.Account, entry.ActorName }).ToListAsync(stop);
        foreach (var answer in answers.DefaultIfEmpty(new { Unit = answered.CurrentUnit, Account = (AccountId?)null, ActorName = "" }))
        {
            // At the top of the tree there is nobody above: only the person is kept away.
            var unit = await units.FindAsync(await units.SuccessorAsync(answer.Unit, stop), stop) is { Parent: not null } one ? one : null;
            accused.AddRange(answer.Account is { } account ? [new AccusedOne(account, null, answer.ActorName)] : Array.Empty<AccusedOne>());
            accused.AddRange(unit is null ? [] : [new AccusedOne(null, unit.UnitId, unit.ShortName)]);
        }

        return ([.. accused.Distinct()], answers.Count > 0 ? answers[0].Unit : answered.CurrentUnit);
    }

    private async Task<UnitId> ReceiverAsync(UnitId? worksAt, (List<AccusedOne> Accused, UnitId Answered) about, CancellationToken stop)
    {
        var below = await units.SuccessorAsync(about.Answered, stop);
        var above = await upper.AboveForReportAsync(worksAt, [.. about.Accused.Select(one => one.Unit).OfType<UnitId>()], below, stop);
        return above?.UnitId ?? (await units.LineageAsync(below, stop))[^1].UnitId;
    }
}
