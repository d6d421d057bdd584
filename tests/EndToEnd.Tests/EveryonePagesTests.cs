using System.Text.Json;
using Microsoft.Playwright;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.EndToEnd.Tests;

/// <summary>
/// Each page in both themes, both sizes and on small and large screens: axe finds nothing, nothing scrolls sideways,
/// no request leaves the site, the console stays silent.
/// </summary>
public sealed class EveryonePagesTests(ChromiumSite site) : IClassFixture<ChromiumSite>
{
    private const int HomeBudget = 60 * 1024;

    private static readonly string[] Open = ["/", "/me", "/help", "/sign-in"];
    private static readonly string[] Desk = ["/desk", "/desk/me", "/admin", "/sign-out"];

    private readonly List<string> found = [];

    [Fact]
    public async Task OpenPages_AreForEveryone()
    {
        foreach (var look in Look.All)
        {
            await using var context = await site.OpenAsync(look);
            await LookAtAsync(context, look, Open);
        }

        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task DeskPages_AreForEveryone()
    {
        var unit = await site.UnitAsync("安和区总工会", UnitKind.Federation);
        await site.PostAsync(await site.StaffAsync("lijing", "李静"), "李静", Role.SystemAdmin, unit);
        foreach (var look in Look.All)
        {
            await using var context = await site.OpenAsync(look);
            await SignInAsync(context, "lijing");
            await LookAtAsync(context, look, Desk);
        }

        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task Home_StaysBelowItsBudgetOnTheWire()
    {
        await using var context = await site.OpenAsync(Look.Phone);
        var page = await context.NewPageAsync();
        var wire = 0.0;
        var network = await context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        network.Event("Network.loadingFinished").OnEvent += (_, said) => wire += said!.Value.GetProperty("encodedDataLength").GetDouble();
        await page.GotoAsync("/", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        wire.ShouldBeInRange(1, HomeBudget);
    }

    [Fact]
    public async Task SkipLink_IsTheFirstStopOfTheKeyboard()
    {
        await using var context = await site.OpenAsync(Look.Screen);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("跳到正文");
        await page.Keyboard.PressAsync("Enter");

        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
    }

    [Fact]
    public async Task QuestionMark_ShowsAllKeys_AndEscapeClosesThem()
    {
        var unit = await site.UnitAsync("望江街道总工会", UnitKind.Federation);
        await site.PostAsync(await site.StaffAsync("zhouyi", "周毅"), "周毅", Role.Handler, unit);
        await using var context = await site.OpenAsync(Look.Screen);
        var page = await SignInAsync(context, "zhouyi");
        await page.GotoAsync("/desk");
        await page.Keyboard.PressAsync("?");
        (await page.GetByRole(AriaRole.Dialog).IsVisibleAsync()).ShouldBeTrue();
        await page.Keyboard.PressAsync("Escape");

        (await page.GetByRole(AriaRole.Dialog).IsVisibleAsync()).ShouldBeFalse();
    }

    private async Task LookAtAsync(IBrowserContext context, Look look, string[] addresses)
    {
        foreach (var address in addresses)
        {
            var page = await context.NewPageAsync();
            void Note(string what) => found.Add($"{address} ({look.Width} {look.Theme} {look.Size}): {what}");
            page.Console += (_, said) =>
            {
                if (said.Type == "error")
                {
                    Note(said.Text);
                }
            };
            page.Request += (_, request) =>
            {
                if (new Uri(request.Url).Host != "127.0.0.1")
                {
                    Note("asks " + request.Url);
                }
            };
            await page.GotoAsync(address);
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
            {
                Note("scrolls sideways");
            }

            foreach (var fault in await AxeAsync(page))
            {
                Note(fault);
            }

            await page.CloseAsync();
        }
    }

    private static async Task<List<string>> AxeAsync(IPage page)
    {
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Path.Combine(Repository.Root, "assets", "node_modules", "axe-core", "axe.min.js") });
        var answer = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        return [.. answer.GetProperty("violations").EnumerateArray().Select(fault => $"{fault.GetProperty("id").GetString()}: {fault.GetProperty("nodes")[0].GetProperty("html").GetString()}")];
    }

    private static async Task<IPage> SignInAsync(IBrowserContext context, string name)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("手机号或账号").FillAsync(name);
        await page.GetByLabel("密码", new PageGetByLabelOptions { Exact = true }).FillAsync(GivenAccounts.Password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "登录", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/desk");
        return page;
    }
}
