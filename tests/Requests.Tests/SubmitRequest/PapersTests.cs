using UnionHall.Testing;

namespace UnionHall.Requests.Tests.SubmitRequest;

/// <summary>A service that cannot be filed without a photo or document.</summary>
public sealed class PapersTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Post_WithoutThePaperAServiceNeeds_IsRefusedAtTheField_WithNothingLost()
    {
        await site.NeedsPaperAsync("hardship-aid");
        using var browser = site.NewBrowser();
        var refused = await site.SubmitAsync(browser, "hardship-aid", "实名", "家里有病人，想申请困难帮扶。");
        refused.ErrorAt("照片和文件").ShouldNotBeNull().ShouldContain("还没有传");
        refused.ValueOf("说说经过").ShouldBe("家里有病人，想申请困难帮扶。");
        refused.Text.ShouldContain("这类事要带上");

        var receipt = await browser.PressWithFileAsync(refused, "提交", "照片和文件", "证明.txt", "证明\n"u8.ToArray());

        GivenWorker.Filed.Of(receipt).Reference.ShouldStartWith("2026-");
    }
}
