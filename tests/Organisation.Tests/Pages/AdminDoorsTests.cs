using System.Net;
using UnionHall.Organisation.AddEnterprise;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.Pages;

/// <summary>Who may open which page of administration.</summary>
public sealed class AdminDoorsTests(AdminDoorsTests.City city) : IClassFixture<AdminDoorsTests.City>
{
    public static readonly TheoryData<string, Role> Pages = new()
    {
        { "/admin/units", Role.SystemAdmin },
        { "/admin/units/NORTH", Role.SystemAdmin },
        { "/admin/units/NORTH/open", Role.SystemAdmin },
        { "/admin/units/NORTH/rename", Role.SystemAdmin },
        { "/admin/units/NORTH/move", Role.SystemAdmin },
        { "/admin/units/NORTH/merge", Role.SystemAdmin },
        { "/admin/units/NORTH/close", Role.SystemAdmin },
        { "/admin/enterprises", Role.SystemAdmin },
        { "/admin/enterprises/add", Role.SystemAdmin },
        { "/admin/enterprises/FIRM", Role.SystemAdmin },
        { "/admin/enterprises/FIRM/heads", Role.SystemAdmin },
        { "/admin/imports/units/template", Role.SystemAdmin },
        { "/admin/imports/enterprises/export?format=csv", Role.SystemAdmin },
        { "/admin/api-keys", Role.SystemAdmin },
        { "/admin/api-keys/make", Role.SystemAdmin },
        { "/admin/posts", Role.SecurityAdmin },
        { "/admin/posts/give", Role.SecurityAdmin },
        { "/admin/posts/hand-over", Role.SecurityAdmin },
        { "/admin/posts/POST/end", Role.SecurityAdmin },
        { "/admin/posts/POST/delegate", Role.SecurityAdmin },
        { "/admin/access/explain", Role.SecurityAdmin },
        { "/admin/imports/posts/template", Role.SecurityAdmin },
        { "/admin/imports/posts/export", Role.SecurityAdmin },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_OnlyByTheRoleItIsFor_AndOnlyInReach(string address, Role role)
    {
        var filled = city.Fill(address);
        (await (await city.AsAsync(role, city.Top)).GetAsync(filled)).Status.ShouldBe(HttpStatusCode.OK);
        (await (await city.AsAsync(role, city.North)).GetAsync(filled)).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var other in new[] { Role.Handler, Role.Chair, Role.AuditAdmin, role == Role.SystemAdmin ? Role.SecurityAdmin : Role.SystemAdmin })
        {
            (await (await city.AsAsync(other, city.Top)).GetAsync(filled)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{other} at {address}");
        }

        using var visitor = city.NewBrowser();
        (await visitor.GetAsync(filled)).Path.ShouldStartWith("/sign-in");
        if (filled != address)
        {
            (await (await city.AsAsync(role, city.South)).GetAsync(filled)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("/admin/units/nowhere", Role.SystemAdmin)]
    [InlineData("/admin/enterprises/0199d3a2-0000-7000-8000-000000000000", Role.SystemAdmin)]
    [InlineData("/admin/imports/0199d3a2-0000-7000-8000-000000000000", Role.SystemAdmin)]
    [InlineData("/admin/imports/nothing/export", Role.SystemAdmin)]
    [InlineData("/admin/posts/0199d3a2-0000-7000-8000-000000000000/end", Role.SecurityAdmin)]
    [InlineData("/admin/api-keys/0199d3a2-0000-7000-8000-000000000000/revoke", Role.SystemAdmin)]
    [InlineData("/admin/delegations/0199d3a2-0000-7000-8000-000000000000/end", Role.SecurityAdmin)]
    public async Task Get_WhatIsNotThere_IsNotFound(string address, Role role) =>
        (await (await city.AsAsync(role, city.Top)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);

    /// <summary>A city with two districts, a post and a firm in the north, and someone of each role signed in once.</summary>
    public sealed class City : TestSite, IAsyncLifetime
    {
        private readonly Dictionary<(Role Role, UnitId Unit), Browser> browsers = [];
        private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

        public UnitId Top { get; private set; }

        public UnitId North { get; private set; }

        public UnitId South { get; private set; }

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var given = new Given(this);
            Top = await given.UnitAsync(name: "青川市总工会");
            (North, South) = (await given.UnitAsync(Top, UnitKind.District, "北城区总工会", "N1"), await given.UnitAsync(Top, UnitKind.District, "南城区总工会"));
            var post = await given.GiveAsync(North, Role.Handler, "王敏", true, AccountId.Next());
            var firm = await this.WithAsync<AddEnterpriseHandler, Result<EnterpriseId>>(
                handler => handler.HandleAsync(Given.Console, EnterpriseDraft.Typed("北城机械厂", null, null, null), North, 12, TestContext.Current.CancellationToken));
            (names["NORTH"], names["POST"], names["FIRM"]) = ("N1", post.Result.Value.Value.ToString(), firm.Value.Value.ToString());
        }

        public string Fill(string address) => names.Aggregate(address, (filled, name) => filled.Replace(name.Key, name.Value, StringComparison.Ordinal));

        public async Task<Browser> AsAsync(Role role, UnitId unit)
        {
            if (!browsers.TryGetValue((role, unit), out var browser))
            {
                browsers[(role, unit)] = browser = await this.StaffBrowserAsync(role, unit);
            }

            return browser;
        }
    }
}
