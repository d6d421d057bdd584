using System.Security.Cryptography;
using UnionHall.Platform.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.FillRequests;

/// <summary>What a follow-up of a synthetic request heard. Who is asked is drawn as the rules of the first day would; most are reached and satisfied.</summary>
internal sealed record FilledFollowUp(
    Guid Id, FollowUpReason Reason, FollowUpMeans Means, FollowUpState State, DateTimeOffset PlannedAt, DateTimeOffset DueAt, int Attempts, bool InTime,
    HeardContact? Contacted, HeardSolved? Solved, Rating? Rating, ReviewKind? SetAside, DateTimeOffset? EndedAt)
{
    /// <summary>The key of the rule that every database begins with.</summary>
    public Guid Rule => new($"0197a000-0000-7000-8000-00000000000{(Reason switch { FollowUpReason.LowRated => 3, FollowUpReason.Silent => 4, _ => 5 })}");

    /// <summary>Null where it has not ended or was not drawn.</summary>
    public static FilledFollowUp? Of(FilledRequest request, DateTimeOffset now)
    {
        if (request.ClosedAt is not { } closed)
        {
            return null;
        }

        var reason = request.Outcome == Outcome.Silent ? FollowUpReason.Silent : request.Rating == Requests.Rating.Dissatisfied ? FollowUpReason.LowRated : FollowUpReason.Confirmed;
        if (reason == FollowUpReason.Confirmed && SamplingRule.Lot(RequestId.From(request.Id), 1) >= 10)
        {
            return null;
        }

        Span<byte> dice = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(request.Id.ToByteArray(), dice);
        var ended = closed.AddHours(4 + (dice[0] % 90));
        var state = ended > now ? FollowUpState.Open : dice[1] switch { < 36 => FollowUpState.Unreachable, < 43 => FollowUpState.Refused, _ => FollowUpState.Done };
        var isDone = state == FollowUpState.Done;
        return new FilledFollowUp(
            SortableId.Next(closed), reason, request.Visibility == Visibility.Named ? FollowUpMeans.Call : FollowUpMeans.OwnPage, state, closed, closed.AddDays(3),
            state == FollowUpState.Unreachable ? 3 : 0, dice[2] > 12,
            isDone ? dice[3] switch { < 14 => HeardContact.No, < 24 => HeardContact.Unsure, _ => HeardContact.Yes } : null,
            isDone ? dice[4] switch { < 26 => HeardSolved.Unsolved, < 44 => HeardSolved.Partly, _ => HeardSolved.Solved } : null,
            isDone ? dice[5] switch { < 25 => Requests.Rating.Dissatisfied, < 70 => Requests.Rating.FairlySatisfied, < 190 => Requests.Rating.Satisfied, _ => Requests.Rating.VerySatisfied } : null,
            isDone && dice[6] < 4 ? ReviewKind.Exclusion : null,
            state == FollowUpState.Open ? null : ended);
    }
}
