using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>Was the worker given a hard time for having spoken up? Asked twice, by somebody independent or by his own page; kept apart from his request.</summary>
internal sealed class RetaliationCheck : IRaiseEvents
{
    private RetaliationCheck()
    {
    }

    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    /// <summary>1 or 2: the earlier and the later question.</summary>
    public int Turn { get; private init; }

    public FollowUpMeans Means { get; private set; }

    public RetaliationState State { get; private set; } = RetaliationState.Open;

    public DateTimeOffset AskFrom { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When he was told that his page asks, or those above that he is to be called.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>Calls in vain.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? LastFailedAt { get; private set; }

    public bool? Suffered { get; private set; }

    /// <summary>What he said happened.</summary>
    public string? Words { get; private set; }

    /// <summary>The protected report that a "yes" became.</summary>
    public RequestId? ReportId { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public AccountId? EndedBy { get; private set; }

    public string? EndedName { get; private set; }

    public uint Version { get; private set; }

    public EventList Events { get; } = new();

    public bool IsOpen => State == RetaliationState.Open;

    public static RetaliationCheck Plan(RequestId request, int turn, FollowUpMeans means, DateTimeOffset from, int days)
    {
        var check = new RetaliationCheck { Id = SortableId.Next(from), RequestId = request, Turn = turn, Means = means };
        check.Move(from, days);
        return check;
    }

    /// <summary>The matter was opened and ended again: the question waits as long as if it had ended only now.</summary>
    public void Move(DateTimeOffset from, int days)
    {
        if (IsOpen && Attempts == 0)
        {
            (AskFrom, DueAt) = (from, from.AddDays(days));
            Events.Add(new RetaliationPlanned(RequestId, Id, Turn, from));
        }
    }

    /// <summary>His own page asks from now on, or those above know that he is to be called.</summary>
    public void Tell(DateTimeOffset at)
    {
        ToldAt = at;
        Events.Add(new RetaliationAsked(RequestId, Id, Means));
    }

    /// <summary>Nobody called in time: from now on his own page asks.</summary>
    public void AskOnOwnPage(int days, DateTimeOffset at)
    {
        if (IsOpen && Means == FollowUpMeans.Call && DueAt <= at)
        {
            (Means, ToldAt, DueAt) = (FollowUpMeans.OwnPage, null, at.AddDays(days));
            Events.Add(new RetaliationPlanned(RequestId, Id, Turn, at));
        }
    }

    public bool IsAskedNow(DateTimeOffset now) => IsOpen && AskFrom <= now;

    /// <summary>没有.</summary>
    public Result AnswerNo(Actor by, DateTimeOffset at) => RefusalNow(at) is { } refusal ? refusal : End(RetaliationState.Safe, by, at);

    /// <summary>有: what he said is a report of its own.</summary>
    public Result AnswerYes(string words, RequestId report, Actor by, DateTimeOffset at)
    {
        if (RefusalNow(at) is { } refusal)
        {
            return refusal;
        }

        (Suffered, Words, ReportId) = (true, words, report);
        return End(RetaliationState.Suffered, by, at);
    }

    /// <summary>联系不上; after so many calls on different days it ends as that.</summary>
    public Result NotReached(int most, Actor by, DateTimeOffset at)
    {
        if (RefusalNow(at) is { } refusal)
        {
            return refusal;
        }

        if (LastFailedAt is { } failed && ChinaTime.DateOf(failed) == ChinaTime.DateOf(at))
        {
            return FollowUpRefusals.TriedToday;
        }

        (Attempts, LastFailedAt) = (Attempts + 1, at);
        Events.Add(new RetaliationAsked(RequestId, Id, Means));
        return Attempts >= most ? End(RetaliationState.Unreachable, by, at) : Result.Done;
    }

    /// <summary>His own page asked and he did not answer in time.</summary>
    public void GiveUp(Actor platform, DateTimeOffset at)
    {
        if (IsOpen && DueAt <= at)
        {
            End(RetaliationState.Unreachable, platform, at);
        }
    }

    private Refusal? RefusalNow(DateTimeOffset at) => !IsOpen ? RetaliationRefusals.Ended : AskFrom > at ? RetaliationRefusals.Early : null;

    private Result End(RetaliationState state, Actor by, DateTimeOffset at)
    {
        (State, EndedAt, EndedBy, EndedName) = (state, at, by.Account, by.Name);
        Suffered ??= state == RetaliationState.Safe ? false : null;
        Events.Add(new RetaliationAnswered(RequestId, Id, state));
        return Result.Done;
    }
}

/// <summary>Why a question about a hard time is not taken.</summary>
internal static class RetaliationRefusals
{
    public static readonly Refusal Ended = new("check-ended", "这一次已经问过了。刷新看看。");

    public static readonly Refusal Early = new("check-early", "还没到问的时候。");

    public static readonly Refusal NotFound = new("not-found", "找不到这一条，或者它不归您看。");

    public static readonly Refusal NoWords = new("words-missing", "写一句是怎么为难的：谁、什么时候、做了什么。", "Words");

    public static readonly Refusal NoAnswer = new("answer-missing", "选一个：没有、有，还是联系不上。", "Answer");
}
