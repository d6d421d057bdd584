using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>What helps to answer, as the desk, its administrators and a worker see it on their screens.</summary>
public sealed class AnsweringTests(LiveSite site)
{
    private const string OpenOne =
        """
        select r.reference from request r join service s on s.id = r.service_id
        where r.is_open and r.state in ('submitted', 'dispatched', 'acknowledged') and r.disputes = 0
          and not exists (select from work_order w where w.request_id = r.id and w.role <> 'lead')
        order by r.id desc limit 1
        """;

    [Fact]
    public async Task AHandler_AnswersWithTemplatesHintsAndSuggestions()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var here = $"/desk/requests/{await ScalarAsync(OpenOne)}";
        var handler = await site.DesktopAsync();
        await handler.SignInAsync("city.handler1", DemoCity.Password);
        await handler.GoAsync(here);
        await handler.LookAsync("answer-01-case");
        await handler.GoAsync($"{here}/reply");
        await handler.Page.GetByRole(AriaRole.Button, new() { Name = "一般答复" }).ClickAsync();
        await handler.Page.GetByText("还有 3 处要填").WaitForAsync();
        await handler.LookAsync("answer-02-template");
        await handler.Page.GetByLabel("答复职工，他会看到").FillAsync("您好，我们高度重视，正在协调，有事打 19900002022。");
        await handler.Page.GetByText("里面有手机号").WaitForAsync();
        await handler.LookAsync("answer-03-hints");
        await handler.GoAsync($"{here}/note");
        await handler.Page.GetByText("提到谁").ClickAsync();
        await handler.LookAsync("answer-04-note");
        await handler.GoAsync("/desk/templates/keep");
        await handler.LookAsync("answer-05-own-template");

        var chair = await site.DesktopAsync();
        await chair.SignInAsync("city.chair", DemoCity.Password);
        await chair.GoAsync($"{here}/reply");
        await handler.GoAsync(here);
        await handler.Page.GetByText("在写答复").WaitForAsync();
        await handler.LookAsync("answer-06-somebody-writes");
        handler.Faults.ShouldBeEmpty();
        chair.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task AnArticle_IsReadComparedAndPublished()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var changed = $"/desk/knowledge/{await ScalarAsync("select id::text from article where number > 1 limit 1")}";
        var chair = await site.DesktopAsync();
        await chair.SignInAsync("city.chair", DemoCity.Password);
        foreach (var (name, address) in new[]
        {
            ("01-list", "/desk/knowledge"), ("02-work", "/desk/knowledge?view=work"), ("03-due", "/desk/knowledge?view=due"), ("04-article", changed), ("05-compare", changed + "/compare?from=1&to=2"),
            ("06-publish", changed + "/publish"), ("07-review", changed + "/review"), ("08-withdraw", changed + "/withdraw"), ("09-write", "/desk/knowledge/write?article=" + changed.Split('/')[^1]),
        })
        {
            await chair.GoAsync(address);
            await chair.LookAsync($"knowledge-{name}");
        }

        var worker = await site.DesktopAsync();
        foreach (var (name, address) in new[] { ("10-find", "/knowledge?q=工伤"), ("11-read", changed.Replace("/desk", "", StringComparison.Ordinal)), ("12-filing", "/requests/submit?service=wage-arrears") })
        {
            await worker.GoAsync(address);
            await worker.LookAsync($"knowledge-{name}");
        }

        chair.Faults.ShouldBeEmpty();
        worker.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task AnAnswer_WaitsForConsent_AndTheListIsTicked()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var reference = await ScalarAsync(OpenOne.Replace("order by", "and s.code not like 'general-%' and s.code not in ('wage-arrears', 'work-injury') order by", StringComparison.Ordinal));
        await ScalarAsync(
            $$"""
            update service set needs_approval = true, checks = '[{"key":"a","label":"和职工通过电话","beforeEnd":false},{"key":"b","label":"材料归档","beforeEnd":true}]'
            where id = (select service_id from request where reference = '{{reference}}') returning code
            """);
        var here = $"/desk/requests/{reference}";
        var handler = await site.DesktopAsync();
        await handler.SignInAsync("city.handler1", DemoCity.Password);
        await handler.GoAsync(here);
        await handler.LookAsync("approval-01-checklist");
        await handler.Page.Locator("#checks button").First.ClickAsync();
        await handler.Page.GetByText("1 / 2").WaitForAsync();
        await handler.GoAsync($"{here}/reply");
        await handler.Page.GetByLabel("答复职工，他会看到").FillAsync("您说的事我们去看过了，9月25日前办好，到时再告诉您结果。");
        await handler.Page.GetByRole(AriaRole.Button, new() { Name = "交上去批" }).ClickAsync();
        await handler.Page.GetByText("还没有发。").Or(handler.Page.GetByText("写好了答复，等审批")).First.WaitForAsync();
        if (await handler.Page.GetByText("还没有发。").CountAsync() > 0)
        {
            await handler.Page.GetByRole(AriaRole.Button, new() { Name = "交上去批" }).ClickAsync();
        }

        await handler.Page.GetByText("写好了答复，等审批").First.WaitForAsync();
        await handler.LookAsync("approval-02-waiting");
        var chair = await site.DesktopAsync();
        await chair.SignInAsync("city.chair", DemoCity.Password);
        await chair.GoAsync("/desk");
        await chair.LookAsync("approval-03-today");
        await chair.GoAsync($"{here}/approve");
        await chair.LookAsync("approval-04-approve");
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "批准，发出" }).ClickAsync();
        await chair.Page.GetByText("批准发出答复").WaitForAsync();
        handler.Faults.ShouldBeEmpty();
        chair.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatWasSent_IsForgotten_AndWhatWasNotIsOffered()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var here = $"/desk/requests/{await ScalarAsync(OpenOne)}";
        var handler = await site.DesktopAsync();
        await handler.SignInAsync("city.handler1", DemoCity.Password);
        await handler.GoAsync($"{here}/note");
        var note = handler.Page.Locator("form[data-draft] textarea").First;
        await note.FillAsync("明天上午去现场看。");
        await handler.Page.WaitForTimeoutAsync(1300);
        await handler.GoAsync($"{here}/note");
        (await note.InputValueAsync()).ShouldBe("明天上午去现场看。", "what was not sent is there again");
        await handler.Page.GetByRole(AriaRole.Button, new() { Name = "记下" }).First.ClickAsync();
        await handler.Page.WaitForURLAsync($"**{here}");
        await handler.GoAsync($"{here}/note");
        (await note.InputValueAsync()).ShouldBeEmpty();

        var article = $"/desk/knowledge/write?article={await ScalarAsync("select id::text from article order by id limit 1")}";
        var chair = await site.DesktopAsync();
        await chair.SignInAsync("city.chair", DemoCity.Password);
        await chair.GoAsync(article);
        var words = chair.Page.GetByLabel("正文");
        var before = await words.InputValueAsync();
        await words.FillAsync("改了一半");
        await chair.Page.WaitForTimeoutAsync(1300);
        await chair.GoAsync(article);
        (await words.InputValueAsync()).ShouldBe(before);
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "接着上次写" }).ClickAsync();
        (await words.InputValueAsync()).ShouldBe("改了一半");
    }

    private async Task<string> ScalarAsync(string sql)
    {
        await using var command = site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull(sql);
    }
}
