using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.BulkRequests;

public sealed class TakeBackTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ManyGivenAway_AreTakenBackAtOnce_EachToWhoHadIt()
    {
        var browser = await site.StaffBrowserAsync(Role.Handler, city.Qingxi, "陈芳");
        var (colleague, before) = (await site.StaffAsync("bulk-1", "赵强"), await site.StaffAsync("bulk-2", "孙丽"));
        await site.PostAsync(colleague, "赵强", Role.Handler, city.Qingxi);
        await site.PostAsync(before, "孙丽", Role.Handler, city.Qingxi);
        var (free, held, moved) = (await given.SubmittedAsync(city.Courier), await given.SubmittedAsync(city.Courier), await given.SubmittedAsync(city.Courier));
        await given.AssignedAsync(held, before);
        var list = await browser.GetAsync("/desk/requests");
        foreach (var reference in new[] { free, held, moved })
        {
            list.Document.QuerySelector($"input[name='Form.Requests'][value='{reference}']")!.SetAttribute("checked", "checked");
        }

        var done = await browser.PressAsync(await browser.PressAsync(list, "转交同事"), "转交", ("赵强", "true"));
        done.Title.ShouldBe("转交了 3 件");
        await given.AssignedAsync(moved, before);

        var back = await browser.PressAsync(done, "撤回这次转交");

        back.Title.ShouldBe("撤回了 2 件，1 件没成");
        back.Text.ShouldContain("这件后来又转过手");
        (await given.ReadAsync(free)).Assignee.ShouldBeNull();
        (await given.ReadAsync(held)).Assignee.ShouldBe(before);
        (await given.ReadAsync(moved)).Assignee.ShouldBe(before);
        back.HasButton("撤回").ShouldBeFalse();
    }
}
