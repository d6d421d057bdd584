using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>
/// What an independent person hears from the worker after a round of a request has ended. Its answers are nobody else's: neither the
/// handler's reply nor the worker's own word changes them.
/// </summary>
internal sealed class FollowUp : IRaiseEvents
{
    private static readonly TimeSpan LongestPutOff = TimeSpan.FromDays(14);
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(30);

    private FollowUp()
    {
    }

    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    /// <summary>1, and one more with each rework.</summary>
    public int Round { get; private init; }

    /// <summary>Whose answer is measured.</summary>
    public UnitId UnitId { get; private init; }

    public FollowUpReason Reason { get; private set; }

    public Guid RuleId { get; private set; }

    public FollowUpMeans Means { get; private init; }

    public FollowUpState State { get; private set; } = FollowUpState.Open;

    public DateTimeOffset PlannedAt { get; private init; }

    /// <summary>Not to be called before.</summary>
    public DateTimeOffset CallFrom { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>How often he wanted to be called later.</summary>
    public int PutsOff { get; private set; }

    /// <summary>It had ended, and he said "not solved" afterwards. Once in a round.</summary>
    public DateTimeOffset? AskedAgainAt { get; private set; }

    /// <summary>Calls in vain.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? LastFailedAt { get; private set; }

    public AccountId? ClaimedBy { get; private set; }

    public string? ClaimedName { get; private set; }

    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>No hop of the round missed the time within which the worker is to be contacted.</summary>
    public bool InTime { get; private init; }

    public HeardContact? Contacted { get; private set; }

    public HeardSolved? Solved { get; private set; }

    public Rating? Rating { get; private set; }

    /// <summary>Did what the handler wrote really happen.</summary>
    public bool? IsTrue { get; private set; }

    public string? Remarks { get; private set; }

    /// <summary>Why it does not count in the rates; null: it counts.</summary>
    public ReviewKind? SetAside { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public AccountId? EndedBy { get; private set; }

    public string? EndedName { get; private set; }

    public uint Version { get; private set; }

    public EventList Events { get; } = new();

    public bool IsOpen => State == FollowUpState.Open;

    public bool MayAskAgain => !IsOpen && State != FollowUpState.Dropped && AskedAgainAt is null;

    /// <summary>Somebody looked at the phone a moment ago and has not said yet what came of it. A claim that was given up lapses.</summary>
    public bool IsClaimed(DateTimeOffset at) => ClaimedBy is not null && ClaimedAt > at - ClaimLasts;

    public static FollowUp Plan(Request request, UnitId measured, FollowUpReason reason, SamplingRule rule, FollowUpMeans means, WorkingCalendar calendar, DateTimeOffset at)
    {
        var from = at.AddDays(rule.WaitDays);
        var planned = new FollowUp
        {
            Id = SortableId.Next(at),
            RequestId = request.Id,
            Round = request.Round,
            UnitId = measured,
            Reason = reason,
            RuleId = rule.Id,
            Means = means,
            PlannedAt = at,
            CallFrom = from,
            DueAt = new Deadline(calendar).After(from, new Limit(rule.WorkingDays, LimitUnit.WorkingDays)).At,
            InTime = !request.Orders.Any(order => order.ContactMissedAt is not null && !(order.DispatchedAt < request.RoundStartedAt)),
        };
        planned.Events.Add(new FollowUpPlanned(request.Id, planned.Id, reason, means));
        return planned;
    }

    /// <summary>Somebody is about to call: his name stands on the list, and the phone is shown to him.</summary>
    public Result Claim(Actor caller, DateTimeOffset at)
    {
        if (RefusalNow(caller, at) is { } refusal)
        {
            return refusal;
        }

        (ClaimedBy, ClaimedName, ClaimedAt) = (caller.Account, caller.Name, at);
        Events.Add(new PhoneShown(RequestId, Id));
        return Result.Done;
    }

    /// <summary>A call that brought no answer.</summary>
    /// <param name="again">When he wants to be called, for <see cref="AttemptOutcome.Later"/>.</param>
    /// <param name="most">After how many calls in vain, each on another day, he counts as unreachable; and how often he may put it off.</param>
    public Result<FollowUpAttempt> Attempt(AttemptOutcome outcome, string? note, DateTimeOffset? again, int most, Actor caller, DateTimeOffset at)
    {
        if (RefusalNow(caller, at) is { } refusal)
        {
            return refusal;
        }

        if (outcome == AttemptOutcome.Later && PutsOff >= most)
        {
            return FollowUpRefusals.PutOffMost(most);
        }

        if (outcome == AttemptOutcome.Later && (again is not { } wished || wished <= at || wished > at + LongestPutOff))
        {
            return FollowUpRefusals.WhenLater;
        }

        (ClaimedBy, ClaimedName, ClaimedAt) = (null, null, null);
        switch (outcome)
        {
            case AttemptOutcome.Later:
                (PutsOff, CallFrom) = (PutsOff + 1, again!.Value);
                DueAt = CallFrom > DueAt ? CallFrom : DueAt;
                break;
            case AttemptOutcome.NoAnswer:
                (Attempts, LastFailedAt, CallFrom) = (Attempts + 1, at, ChinaTime.StartOf(ChinaTime.DateOf(at).AddDays(1)));
                break;
            case AttemptOutcome.WrongNumber:
                Attempts++;
                break;
        }

        Events.Add(new FollowUpAttempted(RequestId, Id, outcome));
        if (outcome == AttemptOutcome.Refused)
        {
            End(FollowUpState.Refused, caller, at);
        }
        else if (outcome == AttemptOutcome.WrongNumber || (outcome == AttemptOutcome.NoAnswer && Attempts >= most))
        {
            End(FollowUpState.Unreachable, caller, at);
        }

        return FollowUpAttempt.Of(Id, outcome, note, caller, at);
    }

    /// <summary>He was reached and answered. Given by himself where his own page asks.</summary>
    public Result<FollowUpAttempt> Answer(Heard heard, Actor by, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return FollowUpRefusals.Ended(State);
        }

        if (ClaimRefusal(by, at) is { } refusal)
        {
            return refusal;
        }

        (Contacted, Solved, Rating, IsTrue, Remarks) = (heard.Contacted, heard.Solved, heard.Rating, heard.IsTrue, heard.Remarks);
        End(FollowUpState.Done, by, at);
        return FollowUpAttempt.Of(Id, AttemptOutcome.Reached, heard.InWords, by, at);
    }

    /// <summary>Somebody who had handled it wanted to call: refused, and kept.</summary>
    public FollowUpAttempt Bar(Actor caller, DateTimeOffset at)
    {
        Events.Add(new FollowUpBarred(RequestId, Id));
        return FollowUpAttempt.Of(Id, AttemptOutcome.Barred, null, caller, at);
    }

    /// <summary>The worker himself says "not solved" before he was asked: he comes first.</summary>
    public void Hasten(DateTimeOffset at)
    {
        if (IsOpen && Reason != FollowUpReason.Disputed)
        {
            (Reason, CallFrom, DueAt) = (FollowUpReason.Disputed, at < CallFrom ? at : CallFrom, at < DueAt ? at : DueAt);
            Events.Add(new FollowUpHastened(RequestId, Id));
        }
    }

    /// <summary>He said "not solved" after it had ended: he is asked once more. What was heard the first time stays in its attempt.</summary>
    /// <param name="drawn">By the rule of today.</param>
    public void AskAgain(FollowUp drawn, DateTimeOffset at)
    {
        if (MayAskAgain)
        {
            (State, AskedAgainAt, Reason, RuleId, CallFrom, DueAt) = (FollowUpState.Open, at, drawn.Reason, drawn.RuleId, drawn.CallFrom, drawn.DueAt);
            (EndedAt, EndedBy, EndedName, Attempts, PutsOff, LastFailedAt) = (null, null, null, 0, 0, null);
            (Contacted, Solved, Rating, IsTrue, Remarks) = (null, null, null, null, null);
            Events.Add(new FollowUpPlanned(RequestId, Id, Reason, Means));
        }
    }

    /// <summary>His own page asked and he did not answer in time.</summary>
    public void GiveUp(Actor platform, DateTimeOffset at)
    {
        if (IsOpen && Means == FollowUpMeans.OwnPage && DueAt <= at)
        {
            End(FollowUpState.Unreachable, platform, at);
        }
    }

    /// <summary>The request went on before anybody was asked.</summary>
    public void Drop(Actor platform, DateTimeOffset at)
    {
        if (IsOpen)
        {
            End(FollowUpState.Dropped, platform, at);
        }
    }

    /// <summary>A review decided that the round does not count, or counts again.</summary>
    public void Lay(ReviewKind? aside) => SetAside = aside;

    private Refusal? RefusalNow(Actor caller, DateTimeOffset at) =>
        !IsOpen ? FollowUpRefusals.Ended(State)
        : Means == FollowUpMeans.OwnPage ? FollowUpRefusals.NoPhone
        : LastFailedAt is { } failed && ChinaTime.DateOf(failed) == ChinaTime.DateOf(at) ? FollowUpRefusals.TriedToday
        : ClaimRefusal(caller, at);

    private Refusal? ClaimRefusal(Actor caller, DateTimeOffset at) =>
        IsClaimed(at) && ClaimedBy != caller.Account ? FollowUpRefusals.Claimed(ClaimedName!) : null;

    private void End(FollowUpState state, Actor by, DateTimeOffset at)
    {
        (State, EndedAt, EndedBy, EndedName) = (state, at, by.Account, by.Name);
        (ClaimedBy, ClaimedName, ClaimedAt) = (null, null, null);
        Events.Add(new FollowUpEnded(RequestId, Id, state, Solved, Rating));
    }
}

/// <summary>What the worker said.</summary>
internal sealed record Heard(HeardContact Contacted, HeardSolved Solved, Rating Rating, bool? IsTrue, string? Remarks)
{
    public string InWords => $"{Solved.Chinese()}，{Rating.Chinese()}，单位有没有联系过他：{Contacted.Chinese()}{(IsTrue == false ? "，答复写的不属实" : "")}{(Remarks is null ? "" : $"：{Remarks}")}";
}
