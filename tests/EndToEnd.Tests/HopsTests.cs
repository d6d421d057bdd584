using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>A case that is sent wrongly, returned, helped with, chased, supervised and taken up, as its people do it on their screens.</summary>
public sealed class HopsTests(LiveSite site)
{
    [Fact]
    public async Task ACase_GoesBackAsideAndUp()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var reference = await SubmittedAsync();
        var here = $"/desk/requests/{reference}";
        var street = await DeskAsync("qingxi.dispatcher");
        await street.GoAsync($"{here}/dispatch");
        await street.Page.Locator("label.uh-choice").First.ClickAsync();
        await PressAsync(street, "派出去");
        var unit = await HandlerOfAsync(reference);

        var handler = await DeskAsync(unit);
        await handler.GoAsync(here);
        await handler.Page.GetByText("更多", new() { Exact = true }).ClickAsync();
        await handler.LookAsync("hops-01-menu");
        await handler.GoAsync($"{here}/return");
        await handler.Page.GetByLabel("为什么不该本单位办").FillAsync("人事关系在总公司，这里只是点部，发工资的不是我们。");
        await handler.LookAsync("hops-02-return");
        await PressAsync(handler, "申请退单");

        await street.GoAsync("/desk/returns");
        await street.LookAsync("hops-03-returns");
        await street.GoAsync($"{here}/return/decide");
        await street.Page.GetByText("不同意，接着办").ClickAsync();
        await street.Page.GetByLabel("裁定的话").FillAsync("点部有工会，先把职工的情况问清楚。");
        await street.LookAsync("hops-04-decide");
        await PressAsync(street, "裁定");

        await handler.GoAsync($"{here}/helpers");
        await handler.LookAsync("hops-05-helpers-pick");
        await handler.Page.Locator("label.uh-choice").First.ClickAsync();
        await handler.Page.Locator("label.uh-choice").Nth(1).ClickAsync();
        await PressAsync(handler, "选这些");
        foreach (var task in await handler.Page.Locator("textarea").AllAsync())
        {
            await task.FillAsync("查一下八月的考勤和工资表，拍照传上来。");
        }

        await handler.LookAsync("hops-06-helpers");
        await PressAsync(handler, "发出去");
        await handler.LookAsync("hops-07-case-with-helpers");
        foreach (var page in new[] { "split", "whistle", "report-up", "conference" })
        {
            await handler.GoAsync($"{here}/{page}");
            await handler.LookAsync($"hops-08-{page}");
        }

        await handler.GoAsync(here);
        await handler.Page.GetByText("撤下…").First.ClickAsync();
        await handler.LookAsync("hops-09-cancel");

        await street.GoAsync($"{here}/chase");
        await street.LookAsync("hops-10-chase");
        await street.Page.GetByLabel("要他们做什么").FillAsync("今天下班前联系职工。");
        await PressAsync(street, "催一下");
        await street.GoAsync($"{here}/supervise");
        await street.Page.GetByLabel("为什么督办").FillAsync("涉及二十三个人的工资。");
        await street.Page.GetByLabel("哪天以前报情况").FillAsync(TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await street.LookAsync("hops-11-supervise");
        await PressAsync(street, "督办");
        await street.GoAsync("/desk/requests?view=supervised");
        await street.LookAsync("hops-12-supervised");
        await street.GoAsync($"{here}/supervise/end");
        await street.LookAsync("hops-13-end");
        await street.GoAsync($"{here}/escalate");
        await street.LookAsync("hops-14-escalate");
        await street.Page.GetByLabel("为什么提级").FillAsync("牵涉总公司，街道管不到。");
        await PressAsync(street, "提级");
        await street.LookAsync("hops-15-escalated");
        await street.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await street.Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(UnionHall.Testing.Repository.Root, "artifacts", "screens", "hops-16-print.png"), FullPage = true });

        handler.Faults.Concat(street.Faults).ShouldBeEmpty();
    }

    private static async Task PressAsync(Visitor visitor, string button) =>
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    private async Task<Visitor> DeskAsync(string name)
    {
        var desk = await site.DesktopAsync();
        await desk.SignInAsync(name, DemoCity.Password);
        return desk;
    }

    private async Task<string> SubmittedAsync() => await OneAsync(
        "select r.reference from request r join unit u on u.id = r.current_unit where u.code = 'LJ0101' and r.state = 'submitted' and r.works_at is not null and r.visibility = 'named' and r.matter_type <> 'report' order by r.due_at desc limit 1");

    private async Task<string> HandlerOfAsync(string reference) => await OneAsync(
        $"select a.user_name from request r join post p on p.unit_id = r.current_unit join account a on a.id = p.account_id where r.reference = '{reference}' and p.role = 'handler' limit 1");

    private async Task<string> OneAsync(string sql)
    {
        await using var command = site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull(sql);
    }
}
