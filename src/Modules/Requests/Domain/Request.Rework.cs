using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>重办: an ended request is opened again because a follow-up heard "not solved". It keeps its number.</summary>
internal sealed partial class Request
{
    /// <summary>How often a follow-up sent it back.</summary>
    public int Reworks { get; private set; }

    /// <summary>When the round in force began; null in the first.</summary>
    public DateTimeOffset? RoundStartedAt { get; private set; }

    /// <summary>1, and one more each time it is opened again.</summary>
    public int Round => Reworks + Reopens + 1;

    /// <summary>Open again after an answer: the worker said "not solved", to us or to a follow-up, or brought new facts.</summary>
    public bool IsAgain => IsOpen && (Disputes > 0 || Reworks > 0 || Reopens > 0);

    /// <summary>How often it was called unsolved, to us or to a follow-up: the first rework is no dispute.</summary>
    public int TimesUnsolved => Disputes + (orders.Exists(order => order.Way == OrderWay.Reworked) ? 1 : 0);

    /// <summary>It was called unsolved before, so that the next time is for the unit above.</summary>
    public bool WasUnsolved => Disputes > 0 || Reworks > 0;

    /// <summary>Opens it again.</summary>
    /// <param name="to">The unit that answered; the one above it from the second time on.</param>
    /// <param name="term">A limit of its own.</param>
    /// <param name="reason">What the worker said, which he and the desk read.</param>
    public Result Redo(UnitId to, HopTerm term, string reason, Actor caller, DateTimeOffset at)
    {
        if (State != RequestState.Closed)
        {
            return Refusals.NotWhile(State, "重办");
        }

        var goesUp = WasUnsolved;
        orders.Add(WorkOrder.For(Id, orders.MaxBy(order => order.Id.Value), to, at, term, reason, goesUp ? OrderWay.Disputed : OrderWay.Reworked));
        PassTo(to);
        (ClosedAt, Outcome, Rating) = (null, null, null);
        RoundStartedAt = at;
        (Reworks, Disputes) = (Reworks + 1, goesUp ? Disputes + 1 : Disputes);
        Move(goesUp ? RequestState.Disputed : RequestState.Dispatched, term.DueAt);
        Tell(TimelineKind.Reworked, caller, at, to, reason);
        Events.Add(new RequestReworked(Id, Reference, to, Reworks, goesUp, term.DueAt));
        return Result.Done;
    }

    /// <summary>The line that carries the evidence of a review.</summary>
    public TimelineEntry AskReview(ReviewKind kind, UnitId unit, string reason, Actor actor, DateTimeOffset at) =>
        Tell(TimelineKind.ReviewAsked, actor, at, unit, $"{kind.Chinese()}：{reason}", isPublic: false);

    public void TellReview(ScoringReview review, Actor actor, DateTimeOffset at) =>
        Tell(TimelineKind.ReviewDecided, actor, at, review.UnitId, $"{review.Kind.Chinese()}{(review.Granted == true ? "，同意" : "，不同意")}：{review.Decision}", isPublic: false);
}
