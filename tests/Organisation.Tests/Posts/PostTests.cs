using UnionHall.Organisation.DelegatePost;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.EndPost;
using UnionHall.Organisation.GivePost;
using UnionHall.Organisation.HandOverPosts;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.Posts;

public sealed class PostTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    [Theory]
    [InlineData(Role.SystemAdmin, Role.SecurityAdmin)]
    [InlineData(Role.SecurityAdmin, Role.AuditAdmin)]
    [InlineData(Role.AuditAdmin, Role.SystemAdmin)]
    public async Task Give_TwoAdministratorRolesToOne_Refuses(Role first, Role second)
    {
        var city = await given.UnitAsync();
        var account = await given.StaffAsync(city, first);
        (await given.GiveAsync(city, second, "李文清", true, account)).Result.Refusal.ShouldNotBeNull().Code.ShouldBe("two-administrators");
    }

    [Fact]
    public async Task Give_TheSecondAdministratorRoleAfterTheFirstEnded_IsFine()
    {
        var city = await given.UnitAsync();
        var account = await given.StaffAsync(city, Role.SystemAdmin, to: given.Today);
        (await given.GiveAsync(city, Role.SecurityAdmin, "李文清", true, account, given.Today)).Result.Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Give_TheSameTwice_Refuses()
    {
        var city = await given.UnitAsync();
        var account = await given.StaffAsync(city, Role.Handler);
        (await given.GiveAsync(city, Role.Handler, "李文清", true, account)).Result.Refusal.ShouldNotBeNull().Code.ShouldBe("post-held-twice");
    }

    [Fact]
    public async Task Give_ToOneself_Refuses()
    {
        var city = await given.UnitAsync();
        var actor = await given.AdministratorAsync(city, Role.SecurityAdmin);
        var draft = new PostDraft(actor.Account!.Value, "李文清", Role.Chair, null, true, new Period(given.Today, null));
        var refused = await site.WithAsync<GivePostHandler, Result<PostId>>(handler => handler.HandleAsync(actor, draft, city, stop));
        refused.Refusal.ShouldNotBeNull().Code.ShouldBe("own-post");
    }

    [Fact]
    public async Task Give_ByTheSystemAdministrator_IsOutOfReach()
    {
        var city = await given.UnitAsync();
        var actor = await given.AdministratorAsync(city);
        var draft = new PostDraft(AccountId.Next(), "王敏", Role.Handler, null, true, new Period(given.Today, null));
        var refused = await site.WithAsync<GivePostHandler, Result<PostId>>(handler => handler.HandleAsync(actor, draft, city, stop));
        refused.Refusal.ShouldNotBeNull().Code.ShouldBe("out-of-reach");
    }

    [Fact]
    public async Task Grants_AreThePostsOfToday()
    {
        var city = await given.UnitAsync(name: "青川市总工会");
        var account = await given.StaffAsync(city, Role.Handler, wholeSubtree: false);
        await given.StaffAsync(city, Role.Agent, account: account, to: given.Today);
        await given.StaffAsync(city, Role.Chair, account: account, from: given.Today.AddDays(1));

        var grant = (await given.ActorAsync(account)).Grants.ShouldHaveSingleItem();
        grant.ShouldBe(new Grant(city, "青川市总工会", Role.Handler, WholeSubtree: false));
    }

    [Fact]
    public async Task End_TakesTheGrantAwayAtOnce()
    {
        var city = await given.UnitAsync();
        var (account, post) = await given.GiveAsync(city, Role.Handler, "李文清", true, AccountId.Next());
        (await EndAsync(post.Value, given.Today)).Refusal.ShouldBeNull();
        (await given.ActorAsync(account)).IsStaff.ShouldBeFalse();
        (await EndAsync(post.Value, given.Today)).Refusal.ShouldNotBeNull().Code.ShouldBe("post-ended");
    }

    [Fact]
    public async Task Delegate_LendsUntilTheDay_AndEndsWithThePost()
    {
        var city = await given.UnitAsync();
        var (lender, post) = await given.GiveAsync(city, Role.Chair, "李文清", true, AccountId.Next());
        var borrower = AccountId.Next();
        (await DelegateAsync(post.Value, borrower, given.Today, given.Today.AddDays(7))).Refusal.ShouldBeNull();
        (await given.ActorAsync(borrower)).Grants.ShouldHaveSingleItem().DelegatedBy.ShouldBe(lender);

        await EndAsync(post.Value, given.Today);
        (await given.ActorAsync(borrower)).IsStaff.ShouldBeFalse();
    }

    [Fact]
    public async Task Delegate_AnAdministratorRoleToAnotherAdministrator_Refuses()
    {
        var city = await given.UnitAsync();
        var (_, post) = await given.GiveAsync(city, Role.SecurityAdmin, "李文清", true, AccountId.Next());
        var auditor = await given.StaffAsync(city, Role.AuditAdmin);
        (await DelegateAsync(post.Value, auditor, given.Today, given.Today.AddDays(7))).Refusal.ShouldNotBeNull().Code.ShouldBe("two-administrators");
    }

    [Fact]
    public async Task Delegate_PastThePostOrBackwards_Refuses()
    {
        var city = await given.UnitAsync();
        var (_, post) = await given.GiveAsync(city, Role.Chair, "李文清", true, AccountId.Next(), to: given.Today.AddDays(3));
        (await DelegateAsync(post.Value, AccountId.Next(), given.Today, given.Today.AddDays(4))).Refusal.ShouldNotBeNull().Code.ShouldBe("outside-post");
        (await DelegateAsync(post.Value, AccountId.Next(), given.Today, given.Today)).Refusal.ShouldNotBeNull().Code.ShouldBe("dates-out-of-order");
    }

    [Fact]
    public async Task HandOver_GivesEveryPostToTheSuccessor()
    {
        var city = await given.UnitAsync();
        var street = await given.UnitAsync(city, UnitKind.Street);
        var leaver = await given.StaffAsync(city, Role.Handler);
        await given.StaffAsync(street, Role.Dispatcher, account: leaver);
        var successor = AccountId.Next();

        (await HandOverAsync(Given.Console, leaver, successor)).Refusal.ShouldBeNull();

        (await given.ActorAsync(leaver)).IsStaff.ShouldBeFalse();
        (await given.ActorAsync(successor)).Grants.Select(grant => (grant.Unit, grant.Role)).ShouldBe([(city, Role.Handler), (street, Role.Dispatcher)], ignoreOrder: true);
        (await site.WithAsync<StaffDirectory, string?>(staff => staff.NameOfAsync(successor, stop))).ShouldBe("赵接手");
    }

    [Fact]
    public async Task HandOver_OfAPostOutsideTheReach_ChangesNothing()
    {
        var city = await given.UnitAsync();
        var street = await given.UnitAsync(city, UnitKind.Street);
        var leaver = await given.StaffAsync(street, Role.Handler);
        await given.StaffAsync(city, Role.Agent, account: leaver);
        var actor = await given.AdministratorAsync(street, Role.SecurityAdmin);

        (await HandOverAsync(actor, leaver, AccountId.Next())).Refusal.ShouldNotBeNull().Code.ShouldBe("out-of-reach");
        (await given.ActorAsync(leaver)).Grants.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Staff_AtAUnit_HoldLentPostsToo()
    {
        var city = await given.UnitAsync();
        var (_, post) = await given.GiveAsync(city, Role.Chair, "李文清", true, AccountId.Next());
        await given.StaffAsync(city, Role.Agent, "王敏");
        await DelegateAsync(post.Value, AccountId.Next(), given.Today, given.Today.AddDays(2));

        (await site.WithAsync<StaffDirectory, IReadOnlyList<StaffSummary>>(staff => staff.AtAsync(city, stop)))
            .Select(row => row.Name).ShouldBe(["李文清", "王敏", "陈代理"], ignoreOrder: true);
        (await site.WithAsync<StaffDirectory, IReadOnlyList<StaffSummary>>(staff => staff.WithAsync(Permission.SuperviseRequests, city, stop)))
            .Select(row => row.Name).ShouldBe(["李文清", "陈代理"], ignoreOrder: true);
    }

    private Task<Result> EndAsync(PostId post, DateOnly to) =>
        site.WithAsync<EndPostHandler, Result>(handler => handler.HandleAsync(Given.Console, post, to, null, stop));

    private Task<Result> DelegateAsync(PostId post, AccountId to, DateOnly from, DateOnly until) =>
        site.WithAsync<DelegatePostHandler, Result>(
            handler => handler.HandleAsync(Given.Console, post, new DelegationDraft(to, "陈代理", from, until, "休假"), stop));

    private Task<Result> HandOverAsync(Actor actor, AccountId leaver, AccountId successor) =>
        site.WithAsync<HandOverPostsHandler, Result>(
            handler => handler.HandleAsync(actor, new Handover(leaver, successor, "赵接手", given.Today), "调走", stop));
}
