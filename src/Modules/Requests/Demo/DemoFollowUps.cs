using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Calling;
using UnionHall.Requests.ConfirmRequest;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Demo;

/// <summary>Follows every ended demo request up, so that each outcome is there to be seen: waiting, put off, unreachable, answered, sent back, laid aside.</summary>
internal sealed class DemoFollowUps(RequestsDb db, HigherUnit higher, ReworkDesk reworks, Calendars calendars, TimeProvider clock) : IDemoPart
{
    private const int Kinds = 14;
    private static readonly Actor Platform = Actor.Platform("演示数据");
    private static readonly string[] Remarks = ["", "办得挺快，谢谢。", "电话里说得很清楚。", "要是能早几天就好了。", "希望以后少跑一趟。"];

    private Actor caller = Platform;
    private bool isReworked;
    private int reviews;

    public async Task LoadAsync(DemoCity city, CancellationToken stop)
    {
        caller = new Actor(city.Staff.GetValueOrDefault("city.followup1"), "赵同志", []);
        var rules = await db.Context.Set<SamplingRule>().AsNoTracking().Where(rule => rule.Service == null && rule.UnitId == null).ToListAsync(stop);
        var calendar = await calendars.CurrentAsync(stop);
        var place = 0;
        foreach (var request in await db.Requests.Include(row => row.Orders).Where(row => row.State == RequestState.Closed).OrderBy(row => row.SubmittedAt).ToListAsync(stop))
        {
            var reason = ReasonOf(request);
            var rule = rules.First(one => one.Reason == reason);
            var hasPhone = await db.Requesters.AnyAsync(row => row.RequestId == request.Id && row.Phone != null, stop);
            var means = request.Visibility == Visibility.Named && hasPhone ? FollowUpMeans.Call : FollowUpMeans.OwnPage;
            var planned = FollowUp.Plan(request, await higher.AnsweredAsync(request, stop), reason, rule, means, calendar, request.ClosedAt!.Value);
            db.FollowUps.Add(planned);
            db.WorkerWords.Add(WorkerWord.Of(request, new Said(request.Outcome == Outcome.Solved ? HeardSolved.Solved : HeardSolved.Unsolved, request.Rating, [], null), "confirm", request.ClosedAt.Value));
            await PlayAsync(planned, request, place++, stop);
            if (request.MatterType is MatterType.Complaint or MatterType.Report)
            {
                db.RetaliationChecks.Add(RetaliationCheck.Plan(request.Id, 1, means, request.ClosedAt.Value.AddDays(30), 7));
            }
        }

        await db.SaveAsync(Platform, stop);
        db.Context.ChangeTracker.Clear();
    }

    private static FollowUpReason ReasonOf(Request request) =>
        request.Disputes > 0 ? FollowUpReason.Disputed : request.Rating == Rating.Dissatisfied ? FollowUpReason.LowRated : FollowUpReason.Confirmed;

    private async Task PlayAsync(FollowUp asked, Request request, int place, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var first = Earlier(asked.PlannedAt.AddHours(20), now);
        switch (place % Kinds)
        {
            case 0:
                return;
            case 1 when asked.Means == FollowUpMeans.Call:
                Try(asked, AttemptOutcome.NoAnswer, Earlier(first, now.AddDays(-1)));
                return;
            case 2 when asked.Means == FollowUpMeans.Call:
                Keep(asked.Attempt(AttemptOutcome.Later, "下了夜班再打", now.AddHours(5), 3, caller, now));
                return;
            case 3 when asked.Means == FollowUpMeans.Call && asked.PlannedAt < now.AddDays(-4):
                Try(asked, AttemptOutcome.NoAnswer, now.AddDays(-3));
                Try(asked, AttemptOutcome.NoAnswer, now.AddDays(-2));
                Try(asked, AttemptOutcome.NoAnswer, now.AddDays(-1));
                return;
            case 4 when asked.Means == FollowUpMeans.Call:
                Try(asked, AttemptOutcome.Refused, first);
                return;
            case 5:
                asked.Drop(Platform, first);
                return;
            case 6 when !isReworked:
                isReworked = true;
                Keep(asked.Answer(new Heard(HeardContact.Yes, HeardSolved.Unsolved, Rating.Dissatisfied, false, "说修好了，用了两天又坏了。"), caller, first));
                await reworks.RedoAsync(asked, request, asked.Remarks, caller, stop);
                return;
        }

        var solved = request.Outcome == Outcome.Solved ? HeardSolved.Solved : place % 3 == 0 ? HeardSolved.Partly : HeardSolved.Unsolved;
        var rating = request.Rating ?? (solved == HeardSolved.Solved ? Rating.Satisfied : Rating.FairlySatisfied);
        var by = asked.Means == FollowUpMeans.Call ? caller : new Actor(null, "职工", []);
        var remarks = Remarks[place % Remarks.Length];
        Keep(asked.Answer(new Heard(place % 9 == 0 ? HeardContact.No : HeardContact.Yes, solved, rating, true, remarks.Length == 0 ? null : remarks), by, first));
        Review(asked, request, Earlier(first.AddHours(6), now));
    }

    /// <summary>Two ask that a bad answer does not count: one waits, one was granted.</summary>
    private void Review(FollowUp asked, Request request, DateTimeOffset at)
    {
        if (asked.Solved == HeardSolved.Solved || reviews == 2)
        {
            return;
        }

        var asker = new Actor(null, "李同志", []);
        var kind = reviews++ == 0 ? ReviewKind.Exclusion : ReviewKind.Appeal;
        var review = ScoringReview.Ask(request, asked.Round, asked.UnitId, kind, request.AskReview(kind, asked.UnitId, "单位九月已经迁出本市，后续由迁入地工会接着办，迁出证明纸质的在我们这里。", asker, at), asker, at);
        db.Reviews.Add(review);
        if (kind == ReviewKind.Exclusion)
        {
            review.Decide(true, "迁出证明核实过，同意。", request, asked, new Actor(null, "孙同志", []), at);
        }
    }

    private void Try(FollowUp asked, AttemptOutcome outcome, DateTimeOffset at) => Keep(asked.Attempt(outcome, null, null, 3, caller, at));

    private void Keep(UnionHall.Platform.Result<FollowUpAttempt> made)
    {
        if (made.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"A demo follow-up breaks a rule: {refusal.Code}.");
        }

        db.Attempts.Add(made.Value!);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
