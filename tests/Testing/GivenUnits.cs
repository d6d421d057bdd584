using Microsoft.EntityFrameworkCore;
using Shouldly;
using UnionHall.Organisation;
using UnionHall.Organisation.CloseUnit;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.DelegatePost;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.GivePost;
using UnionHall.Organisation.HandOverPosts;
using UnionHall.Organisation.MergeUnits;
using UnionHall.Organisation.MoveUnit;
using UnionHall.Organisation.OpenUnit;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using Xunit;

namespace UnionHall.Testing;

/// <summary>Units of a test's tree, and posts in them; only what matters is said.</summary>
public static class GivenUnits
{
    private static readonly Actor Console = Actor.Platform("测试");
    private static readonly DateOnly LongAgo = new(2020, 1, 1);

    /// <summary>Opens a unit below another; no parent makes a root.</summary>
    public static async Task<UnitId> UnitAsync(this TestSite site, string name, UnitKind kind, UnitId? under = null, string? code = null)
    {
        var draft = new UnitDraft(code ?? "U" + Guid.CreateVersion7().ToString("N")[^12..], name, name, kind, LongAgo);
        var opened = await site.WithAsync<OpenUnitHandler, Result<UnitId>>(handler => handler.HandleAsync(Console, draft, under, TestContext.Current.CancellationToken));
        opened.Refusal.ShouldBeNull();
        return opened.Value;
    }

    /// <summary>Gives an account a post.</summary>
    public static async Task PostAsync(this TestSite site, AccountId account, string name, Role role, UnitId unit, bool wholeSubtree = true)
    {
        var draft = new PostDraft(account, name, role, null, wholeSubtree, new Period(LongAgo, null));
        var given = await site.WithAsync<GivePostHandler, Result<PostId>>(handler => handler.HandleAsync(Console, draft, unit, TestContext.Current.CancellationToken));
        given.Refusal.ShouldBeNull();
    }

    /// <summary>Merges a unit into another as of today.</summary>
    public static async Task MergeAsync(this TestSite site, UnitId unit, UnitId into) => (await site.WithAsync<MergeUnitsHandler, Result>(handler =>
        handler.HandleAsync(Console, unit, into, ChinaTime.Today(site.Clock), null, TestContext.Current.CancellationToken))).Refusal.ShouldBeNull();

    /// <summary>Moves a unit below another as of today.</summary>
    public static async Task MoveAsync(this TestSite site, UnitId unit, UnitId under) => (await site.WithAsync<MoveUnitHandler, Result>(handler =>
        handler.HandleAsync(Console, unit, under, ChinaTime.Today(site.Clock), null, TestContext.Current.CancellationToken))).Refusal.ShouldBeNull();

    /// <summary>Closes a unit as of today, or tells why not.</summary>
    public static Task<Result> CloseAsync(this TestSite site, UnitId unit) => site.WithAsync<CloseUnitHandler, Result>(handler =>
        handler.HandleAsync(Console, unit, ChinaTime.Today(site.Clock), null, TestContext.Current.CancellationToken));

    /// <summary>Hands all posts of someone who leaves to a successor, from a day on.</summary>
    public static async Task HandOverAsync(this TestSite site, AccountId leaver, AccountId successor, string name, DateOnly from) => (await site.WithAsync<HandOverPostsHandler, Result>(handler =>
        handler.HandleAsync(Console, new Handover(leaver, successor, name, from), null, TestContext.Current.CancellationToken))).Refusal.ShouldBeNull();

    /// <summary>Someone is away from today to a last day, and lends his post.</summary>
    public static async Task LendAsync(this TestSite site, AccountId away, AccountId to, string name, DateOnly lastDay)
    {
        var post = await site.WithAsync<OrganisationDb, PostId>(db => db.Posts.Where(post => post.Account == away).Select(post => post.Id).SingleAsync(TestContext.Current.CancellationToken));
        var draft = new DelegationDraft(to, name, ChinaTime.Today(site.Clock), lastDay.AddDays(1), "出差");
        (await site.WithAsync<DelegatePostHandler, Result>(handler => handler.HandleAsync(Console, post, draft, TestContext.Current.CancellationToken))).Refusal.ShouldBeNull();
    }

    /// <summary>A browser in which someone with this role at this unit has signed in.</summary>
    public static async Task<Browser> StaffBrowserAsync(this TestSite site, Role role, UnitId unit, string name = "李敏", bool wholeSubtree = true)
    {
        var userName = "u" + Guid.CreateVersion7().ToString("N")[^12..];
        await site.PostAsync(await site.StaffAsync(userName, name), name, role, unit, wholeSubtree);
        return await site.SignedInAsync(userName);
    }
}
