using System.Net;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Tests.Jobs;

public sealed class JobPagesTests(JobSite site) : IClassFixture<JobSite>
{
    [Theory]
    [InlineData("/admin/jobs")]
    [InlineData("/admin/jobs/00000000-0000-7000-8000-000000000000")]
    public async Task Get_WithoutTheRight_IsRefused(string address)
    {
        using var visitor = site.NewBrowser();
        using var handler = await site.SignedInAsAsync(Role.Handler);

        (await visitor.GetAsync(address)).Path.ShouldStartWith("/sign-in");
        (await handler.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_MissingJob_IsNotFound()
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);

        (await admin.GetAsync($"/admin/jobs/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_RetryWithoutAReason_AsksForOne()
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);
        var page = await admin.GetAsync($"/admin/jobs/{await DeadAsync()}");

        var answer = await admin.PressAsync(page, "再做一次");

        answer.ErrorAt("为什么").ShouldBe("写一句为什么，会记在审计里。");
        answer.HasButton("再做一次").ShouldBeTrue();
    }

    [Fact]
    public async Task Post_Retry_RunsItAgainAndRecordsWhoAndWhy()
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);
        var id = await DeadAsync();
        var list = await admin.GetAsync("/admin/jobs");
        list.Text.ShouldContain("钟坏了");

        var answer = await admin.PressAsync(await admin.GetAsync($"/admin/jobs/{id}"), "再做一次", ("为什么", "钟修好了"));

        answer.Path.ShouldBe("/admin/jobs");
        (await site.RunJobsAsync()).ShouldBe(1);
        (await site.AskAsync<string>("select actor_name || '：' || reason from audit_entry where what = 'job-retried' and subject_id = $1", id)).ShouldBe("李同志：钟修好了");
    }

    [Fact]
    public async Task Post_RetryOfAJobThatIsNotDead_ShowsRefusal()
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);
        var id = await DeadAsync();
        var page = await admin.GetAsync($"/admin/jobs/{id}");
        await site.ExecuteAsync("update job set dead_at = null where id = $1", id);

        (await admin.PressAsync(page, "再做一次", ("为什么", "试试"))).Text.ShouldContain("这个任务没有停下来");
    }

    [Fact]
    public async Task Get_ListOfEachState_SaysWhatIsThere()
    {
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);
        await site.ExecuteAsync("delete from job");

        (await admin.GetAsync("/admin/jobs?state=ready")).Text.ShouldContain("没有等着的任务");
        for (var i = 0; i < 55; i++)
        {
            await site.RingAsync($"{i}");
        }

        var first = await admin.GetAsync("/admin/jobs?state=ready");
        first.Text.ShouldContain("等着的 55 个");
        var second = await admin.GetAsync(first.LinkTo("下一页"));
        second.Document.QuerySelectorAll("tbody tr a").Length.ShouldBe(5);
    }

    private async Task<Guid> DeadAsync()
    {
        await site.ExecuteAsync("delete from job");
        await site.RingAsync("当");
        await site.ExecuteAsync("update job set dead_at = $1, attempts = 8, last_error = 'System.Exception: 钟坏了'", site.Clock.GetUtcNow());
        return await site.AskAsync<Guid>("select id from job");
    }
}
