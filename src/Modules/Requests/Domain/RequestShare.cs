using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>What an outside party may read of a request until a day. The text is as it stood when it was shared.</summary>
internal sealed class RequestShare : IRaiseEvents
{
    private RequestShare()
    {
    }

    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    public byte[] TokenPrint { get; private init; } = [];

    public string Recipient { get; private init; } = "";

    public string Purpose { get; private init; } = "";

    /// <summary>Label and text of each thing shared, JSON.</summary>
    public string Items { get; private init; } = "[]";

    public List<Guid> Files { get; private init; } = [];

    /// <summary>The outside party may write back.</summary>
    public bool MayAnswer { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    public AccountId? MadeBy { get; private init; }

    public string MadeName { get; private init; } = "";

    public UnitId UnitId { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedName { get; private set; }

    public EventList Events { get; } = new();

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public static RequestShare Of(Request request, ShareWish wish, byte[] tokenPrint, UnitId unit, Actor actor, DateTimeOffset at)
    {
        var share = new RequestShare
        {
            Id = SortableId.Next(at),
            RequestId = request.Id,
            TokenPrint = tokenPrint,
            Recipient = wish.Recipient,
            Purpose = wish.Purpose,
            Items = wish.Items,
            Files = [.. wish.Files],
            MayAnswer = wish.MayAnswer,
            MadeAt = at,
            MadeBy = actor.Account,
            MadeName = actor.Name,
            UnitId = unit,
            ExpiresAt = at.AddDays(wish.Days),
        };
        share.Events.Add(new RequestShared(request.Id, request.Reference, share.Id, wish.Days, wish.Count));
        return share;
    }

    public Result Revoke(Request request, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen(at))
        {
            return ShareRefusals.Over;
        }

        (RevokedAt, RevokedName) = (at, actor.Name);
        Events.Add(new ShareRevoked(request.Id, request.Reference, Id));
        return Result.Done;
    }
}

/// <summary>What is to be shared, checked.</summary>
internal sealed record ShareWish(string Recipient, string Purpose, int Days, string Items, IReadOnlyList<Guid> Files, bool MayAnswer, int Count);

/// <summary>One look at a share, or an answer to it.</summary>
internal sealed class ShareLook
{
    public Guid Id { get; init; }

    public Guid ShareId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>page, file or answer.</summary>
    public required string What { get; init; }

    public string? Address { get; init; }
}

/// <summary>Why something is not shared.</summary>
internal static class ShareRefusals
{
    public static readonly Refusal Over = new("share-over", "这个地址已经收回，或者到期了。");

    public static readonly Refusal NoRecipient = new("recipient-missing", "写给谁看：单位和人。", "Recipient");

    public static readonly Refusal ToAccused = new("share-accused", "这件反映的就是对方，不能给他看。", "Recipient");

    public static readonly Refusal NoPurpose = new("purpose-missing", "写为什么给他看。", "Purpose");

    public static readonly Refusal Nothing = new("nothing-picked", "一样也没勾。给外面看的要一样一样选。", "Picked");

    public static readonly Refusal TooLong = new("share-long", "最多 100 个字。");

    public static Refusal Days(int most) => new("share-days", $"填 1 到 {most} 天。", "Days");
}
