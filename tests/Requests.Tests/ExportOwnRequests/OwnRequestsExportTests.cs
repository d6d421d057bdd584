using UnionHall.Platform;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ExportOwnRequests;

public sealed class OwnRequestsExportTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task TheCopy_HoldsWhatHeSaidAndWhatWasAnswered_AndNobodyElses()
    {
        using var worker = await GivenWorkers.WorkerBrowserAsync(site, "13900005501", "王留底");
        var filed = GivenWorker.Filed.Of(await site.SubmitAsync(worker, words: "夜班没有热饭，微波炉坏了两周。"));
        await site.ReplyAsync(filed.Reference, "微波炉今天换好了。");
        await site.DeskAsync(filed.Reference, (request, actor, at) =>
        {
            request.AddNote("内部的话", actor, at);
            return Result.Done;
        });
        await site.FiledAsync(words: "别人说的另一件事。");
        using var other = await GivenWorkers.WorkerBrowserAsync(site, "13900005502", "李没说");

        var copy = await worker.PressAsync(await worker.GetAsync("/account/profile"), "下载我的资料");

        copy.Body.ShouldContain("我说过的事");
        copy.Body.ShouldContain(filed.Reference);
        copy.Body.ShouldContain("夜班没有热饭，微波炉坏了两周。");
        copy.Body.ShouldContain("微波炉今天换好了。");
        copy.Body.ShouldContain("对本单位保密");
        copy.Body.ShouldContain("顺达速运工会");
        copy.Body.ShouldNotContain("内部的话");
        copy.Body.ShouldNotContain("别人说的另一件事");
        (await other.PressAsync(await other.GetAsync("/account/profile"), "下载我的资料")).Body.ShouldNotContain(filed.Reference);
    }
}
