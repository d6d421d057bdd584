using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>A unit asks that a round does not count; somebody else above it decides. The file stands with its line of the timeline.</summary>
internal sealed class ScoringReview : IRaiseEvents
{
    private ScoringReview()
    {
    }

    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    public int Round { get; private init; }

    /// <summary>Whose rates it is about.</summary>
    public UnitId UnitId { get; private init; }

    public ReviewKind Kind { get; private init; }

    public required string Reason { get; init; }

    public Guid EntryId { get; private init; }

    public DateTimeOffset AskedAt { get; private init; }

    public AccountId? AskedBy { get; private init; }

    public required string AskedName { get; init; }

    public bool? Granted { get; private set; }

    public string? Decision { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public AccountId? DecidedBy { get; private set; }

    public string? DecidedName { get; private set; }

    public uint Version { get; private set; }

    public EventList Events { get; } = new();

    public bool IsOpen => DecidedAt is null;

    /// <param name="entry">The line of the timeline that carries the evidence.</param>
    public static ScoringReview Ask(Request request, int round, UnitId unit, ReviewKind kind, TimelineEntry entry, Actor actor, DateTimeOffset at)
    {
        var review = new ScoringReview
        {
            Id = SortableId.Next(at),
            RequestId = request.Id,
            Round = round,
            UnitId = unit,
            Kind = kind,
            Reason = entry.Text ?? "",
            EntryId = entry.Id,
            AskedAt = at,
            AskedBy = actor.Account,
            AskedName = actor.Name,
        };
        review.Events.Add(new ReviewAsked(request.Id, request.Reference, review.Id, kind, unit));
        return review;
    }

    public Result Decide(bool granted, string words, Request request, FollowUp? followUp, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return ReviewRefusals.Decided;
        }

        if (AskedBy is not null && AskedBy == actor.Account)
        {
            return ReviewRefusals.Own;
        }

        (Granted, Decision, DecidedAt, DecidedBy, DecidedName) = (granted, words, at, actor.Account, actor.Name);
        if (granted)
        {
            followUp?.Lay(Kind);
        }

        request.TellReview(this, actor, at);
        Events.Add(new ReviewDecided(RequestId, request.Reference, Id, Kind, granted, AskedBy));
        return Result.Done;
    }
}

/// <summary>Why a review says no.</summary>
internal static class ReviewRefusals
{
    public static readonly Refusal NotEnded = new("not-ended", "办结以后才能申请。");

    public static readonly Refusal NotYours = new("not-yours", "这一轮不记在您单位名下，要由承办单位来申请。");

    public static readonly Refusal NoAnswer = new("no-answer", "这一轮还没有回访结果，没有可申诉的。");

    public static readonly Refusal Waits = new("review-waits", "这一轮已经有一个申请在等裁定。");

    public static readonly Refusal LaidAside = new("laid-aside", "这一轮已经不计入考核了。");

    public static readonly Refusal NoFile = new("no-file", "带上凭据：照片、文书或录音说明，至少一个文件。", "Files");

    public static readonly Refusal Decided = new("review-decided", "这个申请已经有人裁定过。刷新看看。");

    public static readonly Refusal Own = new("own-review", "自己申请的不能自己裁定，要由另一位同志来定。");

    public static readonly Refusal NotAbove = new("not-above", "要由这个单位上面的同志来裁定。");

    public static readonly Refusal NotFound = new("not-found", "找不到这个申请，或者它不归您看。");
}
