using System.Net;
using UnionHall.App.Demo;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.EndToEnd.Tests;

/// <summary>
/// Every address of the staff, asked for and posted to by every role, a worker and a stranger in the demo city: it opens
/// for those who hold what its page declares, for nobody else, and breaks for none.
/// </summary>
public sealed class RoleWalkTests(TestSite site) : IClassFixture<TestSite>
{
    // Each kind of import asks for its own permission; a batch has a kind, so whoever may import something gets an answer.
    private static readonly Permission[] Imports = [Permission.ManageOrganisation, Permission.ManageAccess];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly List<string> wrong = [];

    [Fact]
    public async Task EveryStaffAddress_OpensForWhoMay_AndForNobodyElse()
    {
        await site.WithAsync<IDemoData>(demo => demo.LoadAsync(stop));
        var addresses = await AddressesAsync();
        addresses.Count.ShouldBeGreaterThan(40);

        foreach (var (who, role, browser) in await PeopleAsync())
        {
            var form = await browser.GetAsync("/requests/submit");
            foreach (var (address, needs, posts, hasKey) in addresses)
            {
                var may = role is { } held && (needs.Length == 0 || Array.Exists(needs, permission => held.Allows(permission)));
                Judge($"{who} GET {address}", await browser.GetAsync(address), may, hasKey);
                foreach (var post in may ? [] : posts)
                {
                    Judge($"{who} POST {address}", await browser.PostFormAsync(form, post.Length == 0 ? address : $"{address}?handler={post}"), may: false, hasKey);
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    private void Judge(string what, PageAnswer answer, bool may, bool hasKey)
    {
        var isShut = answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound || (answer.Path.StartsWith("/sign-in", StringComparison.Ordinal) && answer.Status == HttpStatusCode.OK);
        var isOpen = answer.Status is HttpStatusCode.OK or HttpStatusCode.Gone || (!hasKey && answer.Status == HttpStatusCode.NotFound);
        if ((int)answer.Status >= 500 || (may ? !isOpen || answer.Path.StartsWith("/sign-in", StringComparison.Ordinal) : !isShut))
        {
            wrong.Add($"{what}: {(int)answer.Status} {answer.Path} {answer.Title}");
        }
    }

    private async Task<List<(string Address, Permission[] Needs, IReadOnlyList<string> Posts, bool HasKey)>> AddressesAsync()
    {
        var filled = new List<(string, Permission[], IReadOnlyList<string>, bool)>();
        foreach (var page in (await PageAddress.AllAsync(site)).Where(page => page.IsOfStaff))
        {
            Permission[] needs = page.Needs is { } one ? [one] : page.Pattern.StartsWith("/admin/imports", StringComparison.Ordinal) ? Imports : [];
            if (page.Pattern.Contains("{kind}", StringComparison.Ordinal))
            {
                filled.Add((page.With("units"), [Permission.ManageOrganisation], page.Posts, true));
                filled.Add((page.With("posts"), [Permission.ManageAccess], page.Posts, true));
                continue;
            }

            var key = page.Pattern.Contains('{', StringComparison.Ordinal) ? await DemoKeys.OfAsync(site, page.Pattern) : "";
            filled.Add((page.With(key ?? Guid.CreateVersion7().ToString()), needs, page.Posts, key is not null && !page.HasSeveralKeys));
        }

        return filled;
    }

    private async Task<List<(string Who, Role? Role, Browser Browser)>> PeopleAsync()
    {
        var city = await site.WithAsync<Organisation.UnitDirectory, Platform.Security.UnitId>(async units => (await units.FindByCodeAsync("LJ", stop))!.UnitId);
        var people = new List<(string, Role?, Browser)> { ("stranger", null, site.NewBrowser()), ("worker", null, await site.WorkerBrowserAsync("19900009876")) };
        foreach (var role in Enum.GetValues<Role>())
        {
            people.Add((role.ToString(), role, await site.StaffBrowserAsync(role, city)));
        }

        people.Add(("without a post", null, await WithoutPostAsync()));
        return people;
    }

    private async Task<Browser> WithoutPostAsync()
    {
        await site.StaffAsync("nopost");
        return await site.SignedInAsync("nopost");
    }
}
