using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.Organisation.Domain;

/// <summary>
/// A program may act as a post. The administrator decides that it may; the holder of the post alone collects the key, so that nobody who
/// administers can act as somebody else (three-way separation).
/// </summary>
internal sealed class ApiKey : IRaiseEvents
{
    private ApiKey()
    {
    }

    public ApiKeyId Id { get; private init; }

    public string Name { get; private init; } = "";

    public PostId PostId { get; private init; }

    public Post Post { get; private init; } = null!;

    /// <summary>Codes of <see cref="ApiScope"/>.</summary>
    public string[] Scopes { get; private init; } = [];

    public int PerMinute { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>The first day it works no more.</summary>
    public DateOnly ToOn { get; private init; }

    public byte[]? Print { get; private set; }

    /// <summary>Its first letters.</summary>
    public string? Start { get; private set; }

    public DateTimeOffset? CollectedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokeReason { get; private set; }

    public EventList Events { get; } = new();

    public static Result<ApiKey> Make(ApiKeyDraft draft, Post post, DateTimeOffset at, DateOnly today)
    {
        if (ApiKeyRules.Refusal(draft, post, today) is { } refusal)
        {
            return refusal;
        }

        var key = new ApiKey
        {
            Id = ApiKeyId.Next(at),
            Name = draft.Name,
            PostId = post.Id,
            Post = post,
            Scopes = [.. draft.Scopes.Select(EnumWord.Of)],
            PerMinute = draft.PerMinute,
            MadeAt = at,
            ToOn = draft.LastDay.AddDays(1),
        };
        key.Events.Add(new ApiKeyMade(key.Id, post.Id, key.Scopes, key.ToOn));
        return key;
    }

    public IReadOnlySet<ApiScope> ScopeSet() => Scopes.Select(EnumWord.Read<ApiScope>).ToHashSet();

    public ApiKeyState StateOn(DateOnly today) =>
        RevokedAt is not null ? ApiKeyState.Revoked
        : ToOn <= today || Post.ToOn <= today ? ApiKeyState.Over
        : CollectedAt is null ? ApiKeyState.Waiting
        : ApiKeyState.Working;

    /// <summary>The holder takes it, once.</summary>
    public Result Collect(byte[] print, string start, Actor holder, DateTimeOffset at, DateOnly today)
    {
        if (holder.Account != Post.Account)
        {
            return ApiKeyRules.NotYours;
        }

        if (StateOn(today) != ApiKeyState.Waiting)
        {
            return ApiKeyRules.NotWaiting;
        }

        (Print, Start, CollectedAt) = (print, start, at);
        Events.Add(new ApiKeyCollected(Id, PostId));
        return Result.Done;
    }

    public Result Revoke(string? typed, DateTimeOffset at)
    {
        var reason = PlainText.SingleLine(typed);
        if (RevokedAt is not null)
        {
            return ApiKeyRules.Revoked;
        }

        if (PlainText.CountCodePoints(reason) is < ApiKeyRules.ShortestReason or > ApiKeyRules.LongestReason)
        {
            return ApiKeyRules.ReasonLength;
        }

        (RevokedAt, RevokeReason) = (at, reason);
        Events.Add(new ApiKeyRevoked(Id, PostId));
        return Result.Done;
    }
}

/// <summary>Where a key stands.</summary>
internal enum ApiKeyState
{
    /// <summary>Not collected yet.</summary>
    Waiting = 1,

    Working,

    /// <summary>Its last day, or that of the post, is past.</summary>
    Over,

    Revoked,
}
