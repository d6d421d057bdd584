using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Platform.Tests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Submissions;

/// <summary>One form of the site stands for all: dropping a background job with a reason.</summary>
public sealed class SubmissionPagesTests(JobSite site) : IClassFixture<JobSite>
{
    [Fact]
    public async Task EveryFormThatPosts_CarriesAFreshKey()
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);
        var address = $"/admin/jobs/{await JobAsync()}";

        var (first, second) = (Key(await admin.GetAsync(address)), Key(await admin.GetAsync(address)));

        Guid.Parse(first).ShouldNotBe(Guid.Parse(second));
    }

    [Fact]
    public async Task Post_PressedTwice_ActsOnceAndLeadsToTheSamePage()
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);
        var id = await JobAsync();

        var (first, second) = await admin.PressTwiceAsync(await admin.GetAsync($"/admin/jobs/{id}"), "去掉这个任务", ("为什么", "不用了"));

        first.Path.ShouldBe("/admin/jobs");
        second.Path.ShouldBe("/admin/jobs");
        (await DropsAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task Post_ManyTimesAtOnce_ActsOnce()
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);
        var id = await JobAsync();
        var page = await admin.GetAsync($"/admin/jobs/{id}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => admin.PressAsync(page, "去掉这个任务", ("为什么", "不用了"))));

        answers.ShouldAllBe(answer => answer.Path == "/admin/jobs");
        (await DropsAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task Post_RefusedForItsShape_MayBeSentAgainWithTheSameKey()
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);
        var id = await JobAsync();
        var page = await admin.GetAsync($"/admin/jobs/{id}");
        (await admin.PressAsync(page, "去掉这个任务", ("为什么", ""))).ErrorAt("为什么").ShouldNotBeNull();

        (await admin.PressAsync(page, "去掉这个任务", ("为什么", "不用了"))).Path.ShouldBe("/admin/jobs");

        (await DropsAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task Post_SameKeyWithOtherWords_IsRefusedInPlainWords()
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);
        var page = await admin.GetAsync($"/admin/jobs/{await JobAsync()}");
        await admin.PressAsync(page, "去掉这个任务", ("为什么", "不用了"));

        var answer = await admin.PressAsync(page, "去掉这个任务", ("为什么", "换一个说法"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("这张表已经交过一次");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-a-key")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Post_WithoutAUsableKey_IsRefusedAndNothingHappens(string key)
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);
        var id = await JobAsync();
        var page = await admin.GetAsync($"/admin/jobs/{id}");
        page.Document.QuerySelector("input[name=submission-key]")!.SetAttribute("value", key);

        var answer = await admin.PressAsync(page, "去掉这个任务", ("为什么", "不用了"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("请重新打开这一页再交一次");
        (await DropsAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task Post_KeyOfSomeoneElse_ShowsNothingOfTheirs()
    {
        using var one = await site.SignedInAsAsync(Role.SystemAdmin);
        using var two = await site.SignedInAsAsync(Role.SystemAdmin);
        var (first, second) = (await JobAsync(), await JobAsync());
        var mine = await one.GetAsync($"/admin/jobs/{first}");
        await one.PressAsync(mine, "去掉这个任务", ("为什么", "不用了"));
        var theirs = await two.GetAsync($"/admin/jobs/{second}");
        theirs.Document.QuerySelector("input[name=submission-key]")!.SetAttribute("value", Key(mine));

        var answer = await two.PressAsync(theirs, "去掉这个任务", ("为什么", "不用了"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("在另一次登录时交的");
        (await DropsAsync(second)).ShouldBe(0);
    }

    private static string Key(PageAnswer page) => page.Document.QuerySelector("form[method=post] input[name=submission-key]")!.GetAttribute("value")!;

    private async Task<Guid> JobAsync()
    {
        var bell = await site.RingAsync("当");
        return await site.AskAsync<Guid>("select id from job where data like '%' || $1 || '%'", bell.ToString());
    }

    private Task<long> DropsAsync(Guid job) => site.AskAsync<long>("select count(*) from audit_entry where what = 'job-dropped' and subject_id = $1", job);
}
