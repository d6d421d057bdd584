using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Calling;
using UnionHall.Requests.ConfirmRequest;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Retaliation;

/// <summary>Takes the answer of a worker. A "yes" becomes a report one level above the unit that had answered him, sealed, and tied to nothing that unit can see.</summary>
internal sealed class RetaliationDesk(RequestsDb db, RequestIntake intake, ServiceCatalogue catalogue, HigherUnit higher, IdentitySeal seal, TimeProvider clock)
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
        var asked = new NewRequest
        {
            Service = (await catalogue.GeneralAsync(MatterType.Report, stop))!,
            Title = "因为反映问题被为难",
            Words = words,
            Visibility = person is null ? Visibility.Anonymous : Visibility.Hidden,
            Channel = channel,
            WorksAt = request.WorksAt,
            Person = person,
            Receiver = (await higher.OfAsync(answered, stop)).Unit.UnitId,
        };
        return await intake.ReceiveAsync(asked, Platform, now, stop);
    }
}
