using System.Net;
using System.Text;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.OpenRequest;

public sealed class RequestFileTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AFile_IsFetchedInScope_AndNowhereElse()
    {
        var (_, url) = await WithFileAsync(Visibility.Named);
        (await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync(url)).Status.ShouldBe(HttpStatusCode.OK);
        (await (await city.AsAsync(Role.Handler, city.Wangjiang)).GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await city.AsAsync(Role.SystemAdmin, city.City)).GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.NewBrowser().GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AFileOfAHiddenRequest_IsKeptFromTheWorkersOwnUnion()
    {
        var (reference, url) = await WithFileAsync(Visibility.Hidden);
        await given.DispatchedAsync(reference, city.Courier);
        var own = await city.AsAsync(Role.Handler, city.Courier);
        (await own.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("照片和文件这里看不到");
        (await own.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync(url)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AFileOfAHiddenRequest_IsKeptFromEveryEmployersUnion_WhereTheUnitIsNotKnown()
    {
        var (reference, url) = await WithFileAsync(Visibility.Hidden, said: false);
        await given.DispatchedAsync(reference, city.Courier);
        var firm = await city.AsAsync(Role.Handler, city.Courier);
        (await firm.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("照片和文件这里看不到");
        (await firm.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await city.AsAsync(Role.Handler, city.City)).GetAsync(url)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task APostElsewhere_DoesNotMakeTheWorkersOwnUnionAnOutsider()
    {
        var (reference, url) = await WithFileAsync(Visibility.Hidden);
        await given.DispatchedAsync(reference, city.Courier);
        var account = await site.StaffAsync("here.and.there");
        await site.PostAsync(account, "李敏", Role.Handler, city.Courier);
        await site.PostAsync(account, "李敏", Role.Handler, city.Beiyuan);
        var browser = await site.SignedInAsync("here.and.there");
        var page = await browser.GetAsync($"/desk/requests/{reference}");
        page.Text.ShouldContain("照片和文件这里看不到");
        page.Text.ShouldNotContain("清单.txt");
        (await browser.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(string Reference, string Url)> WithFileAsync(Visibility visibility, bool said = true)
    {
        var reference = await given.SubmittedAsync(said ? city.Courier : null, visibility: visibility);
        var url = await site.WithAsync<IServiceProvider, string>(async services =>
        {
            var store = (FileStore)services.GetService(typeof(FileStore))!;
            var actor = Actor.Platform("测试");
            using var content = new MemoryStream(Encoding.UTF8.GetBytes("一张清单\n"));
            var file = (await store.StoreAsync(content, "清单.txt", actor, stop)).Value!;
            var db = (RequestsDb)services.GetService(typeof(RequestsDb))!;
            var request = (await db.FindAsync(reference, stop))!;
            var entry = request.AddNote("附一张清单", actor, site.Clock.GetUtcNow());
            (await ((EntryFiles)services.GetService(typeof(EntryFiles))!).AttachAsync(entry, [file.Id.Value], actor, stop)).Refusal.ShouldBeNull();
            await db.SaveAsync(actor, stop);
            return file.Url;
        });
        return (reference, url);
    }
}
