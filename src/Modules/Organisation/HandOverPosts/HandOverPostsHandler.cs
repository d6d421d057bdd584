using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.HandOverPosts;

internal sealed class HandOverPostsHandler(OrganisationDb db, LeaversAccount accounts, TimeProvider clock)
{
    /// <summary>Someone leaves: every post goes to one successor from a day on; what was lent to the leaver goes back.</summary>
    public async Task<Result> HandleAsync(Actor actor, Handover handover, string? reason, CancellationToken stop)
    {
        var result = await db.ChangePostsAsync(actor, [handover.Leaver, handover.Successor], tree => HandOverAsync(tree, actor, handover, stop), stop, reason);
        if (result.Succeeded && handover.DisablesAccount)
        {
            accounts.Forget(handover.Leaver);
        }

        return result;
    }

    private async Task<Result> HandOverAsync(UnitTree tree, Actor actor, Handover handover, CancellationToken stop)
    {
        var posts = await db.PostsAfter(handover.From).Where(post => post.Account == handover.Leaver).ToListAsync(stop);
        if (Refused(tree, actor, handover, posts) is { } refusal)
        {
            return refusal;
        }

        var held = await db.HeldAsync(handover.Successor, handover.From, stop);
        foreach (var post in posts)
        {
            if (PassOn(tree, post, handover, held) is { Succeeded: false } refused)
            {
                return refused;
            }
        }

        foreach (var lent in await db.Delegations.Where(row => row.ToAccount == handover.Leaver && row.ToOn > handover.From).ToListAsync(stop))
        {
            lent.End(handover.From);
        }

        if (handover.DisablesAccount)
        {
            await accounts.DisableAsync(handover.Leaver, stop);
        }

        db.Happened(new PostsHandedOver(handover.Leaver, handover.Successor, [.. posts.Select(post => post.Unit).Distinct()], handover.From));
        return Result.Done;
    }

    private Refusal? Refused(UnitTree tree, Actor actor, Handover handover, List<Post> posts) =>
        handover.Leaver == handover.Successor ? new Refusal("same-person", "接手的不能是本人。请另选一人。", "Successor")
        : actor.Account == handover.Successor ? PostRules.OwnPost
        : posts.Count == 0 ? new Refusal("no-posts", "这个人从那天起没有职务，不用交接。")
        : posts.Find(post => !tree.Covers(actor, Permission.ManageAccess, post.Unit)) is { } outside
            ? new Refusal("out-of-reach", $"其中{tree.Find(outside.Unit)?.ShortName}的职务不在您管理的范围里。请上级的安全管理员来交接。")
        : !handover.DisablesAccount ? null
        : actor.Account == handover.Leaver ? new Refusal("own-account", "不能停用自己的账号。请另一位安全管理员来办。", "DisablesAccount")
        : handover.From > ChinaTime.Today(clock) ? new Refusal("leaves-later", "交接从以后才开始，账号不能现在就停。先交接，到那天在“账号”里停用。", "DisablesAccount")
        : null;

    private Result PassOn(UnitTree tree, Post post, Handover handover, List<HeldRole> held)
    {
        var (end, day) = (post.ToOn, post.FromOn > handover.From ? post.FromOn : handover.From);
        if (post.End(day) is { Succeeded: false } refused)
        {
            return refused;
        }

        var draft = new PostDraft(handover.Successor, handover.SuccessorName, post.Role, post.Title, post.WholeSubtree, new Period(day, end));
        var given = Post.Give(draft, tree.Row(post.Unit)!, held);
        if (given.Refusal is { Code: not "post-held-twice" } refusal)
        {
            return refusal;
        }

        if (given.Value is { } taken)
        {
            db.Posts.Add(taken);
            held.Add(new HeldRole(taken.Unit, taken.Role, taken.Period, Lent: false));
        }

        return Result.Done;
    }
}

/// <summary>Who hands everything over to whom, from which day on.</summary>
/// <param name="DisablesAccount">True when the leaver's account ends with it.</param>
internal sealed record Handover(AccountId Leaver, AccountId Successor, string SuccessorName, DateOnly From, bool DisablesAccount = false);
