using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>One person holds one role at one unit, from a day until (not including) another.</summary>
internal sealed class Post : IRaiseEvents
{
    private Post()
    {
    }

    public PostId Id { get; private init; }

    public AccountId Account { get; private init; }

    public string HolderName { get; private set; } = "";

    public UnitId Unit { get; private init; }

    public Role Role { get; private init; }

    public string? Title { get; private set; }

    public bool WholeSubtree { get; private init; }

    public DateOnly FromOn { get; private init; }

    /// <summary>The first day it is no longer held; null while no end is set.</summary>
    public DateOnly? ToOn { get; private set; }

    public EventList Events { get; } = new();

    public Period Period => new(FromOn, ToOn);

    /// <summary>Gives a post.</summary>
    /// <param name="unit">Where.</param>
    /// <param name="others">What the same account holds or was lent, now and later.</param>
    public static Result<Post> Give(PostDraft draft, UnitRow unit, IReadOnlyList<HeldRole> others)
    {
        if (PostRules.Givable(draft, unit, others) is { } refusal)
        {
            return refusal;
        }

        var post = new Post
        {
            Id = PostId.Next(),
            Account = draft.Account,
            HolderName = draft.HolderName,
            Unit = unit.Unit.UnitId,
            Role = draft.Role,
            Title = string.IsNullOrWhiteSpace(draft.Title) ? null : draft.Title.Trim(),
            WholeSubtree = draft.WholeSubtree,
            FromOn = draft.Period.From,
            ToOn = draft.Period.To,
        };
        post.Events.Add(new PostGiven(post.Id, post.Account, post.Unit, post.Role, post.WholeSubtree, post.FromOn, post.ToOn));
        return post;
    }

    /// <summary>Ends the post; <paramref name="to"/> is the first day it is no longer held.</summary>
    public Result End(DateOnly to)
    {
        if (ToOn is { } already && already <= to)
        {
            return Result.Refuse("post-ended", $"{HolderName}的这个职务到 {already.AddDays(-1):yyyy-MM-dd} 已经结束，不用再免。");
        }

        if (to < FromOn)
        {
            return Result.Refuse("dates-out-of-order", $"这个职务从 {FromOn:yyyy-MM-dd} 开始，结束不能更早。", "To");
        }

        ToOn = to;
        Events.Add(new PostEnded(Id, Account, Unit, Role, to));
        return Result.Done;
    }

    /// <summary>Changes the job title and the day it ends.</summary>
    public Result Change(string? title, DateOnly? to)
    {
        if (title?.Length > PostRules.TitleLimit)
        {
            return PostRules.TitleTooLong(title.Length);
        }

        if (to < FromOn)
        {
            return Result.Refuse("dates-out-of-order", $"这个职务从 {FromOn:yyyy-MM-dd} 开始，结束不能更早。", "To");
        }

        (Title, ToOn) = (title, to);
        Events.Add(new PostChanged(Id, Account, Unit, Role, to));
        return Result.Done;
    }

    public PostState State() => new(Title, FromOn, ToOn);

    /// <summary>Takes back the import that gave it: it was held on no day.</summary>
    public void Withdraw()
    {
        ToOn = FromOn;
        Events.Add(new PostEnded(Id, Account, Unit, Role, FromOn));
    }

    /// <summary>Puts back what an import changed.</summary>
    public void Restore(PostState before)
    {
        (Title, ToOn) = (before.Title, before.ToOn);
        Events.Add(new PostChanged(Id, Account, Unit, Role, ToOn));
    }
}
