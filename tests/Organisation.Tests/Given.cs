using UnionHall.Organisation.Domain;
using UnionHall.Organisation.GivePost;
using UnionHall.Organisation.OpenUnit;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests;

/// <summary>Units and posts for a test; only what matters is said.</summary>
internal sealed class Given(TestSite site)
{
    public static readonly Actor Console = Actor.Platform("测试");

    private static readonly DateOnly LongAgo = new(2020, 1, 1);

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public DateOnly Today => ChinaTime.Today(site.Clock);

    public static string FreshCode() => "U" + Guid.CreateVersion7().ToString("N")[^12..];

    public async Task<UnitId> UnitAsync(
        UnitId? under = null, UnitKind kind = UnitKind.Federation, string? name = null, string? code = null, DateOnly? from = null)
    {
        var draft = new UnitDraft(code ?? FreshCode(), name ?? "青川市总工会", name ?? "市总工会", kind, from ?? LongAgo);
        var opened = await site.WithAsync<OpenUnitHandler, Result<UnitId>>(handler => handler.HandleAsync(Console, draft, under, stop));
        opened.Refusal.ShouldBeNull();
        return opened.Value;
    }

    public async Task<AccountId> StaffAsync(
        UnitId unit, Role role, string name = "李文清", bool wholeSubtree = true, AccountId? account = null, DateOnly? from = null, DateOnly? to = null)
    {
        var given = await GiveAsync(unit, role, name, wholeSubtree, account ?? AccountId.Next(), from, to);
        given.Result.Refusal.ShouldBeNull();
        return given.Account;
    }

    public async Task<(AccountId Account, Result<PostId> Result)> GiveAsync(
        UnitId unit, Role role, string name, bool wholeSubtree, AccountId account, DateOnly? from = null, DateOnly? to = null)
    {
        var draft = new PostDraft(account, name, role, null, wholeSubtree, new Period(from ?? LongAgo, to));
        return (account, await site.WithAsync<GivePostHandler, Result<PostId>>(handler => handler.HandleAsync(Console, draft, unit, stop)));
    }

    /// <summary>The actor a signed-in account would be.</summary>
    public async Task<Actor> ActorAsync(AccountId account) =>
        new(account, "李同志", await site.WithAsync<IGrantSource, IReadOnlyList<Grant>>(grants => grants.GrantsOfAsync(account, [], stop)), "127.0.0.1");

    /// <summary>An administrator of units at this unit.</summary>
    public async Task<Actor> AdministratorAsync(UnitId unit, Role role = Role.SystemAdmin) => await ActorAsync(await StaffAsync(unit, role));
}
