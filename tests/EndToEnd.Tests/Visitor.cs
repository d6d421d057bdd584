using System.Text.Json;
using Microsoft.Playwright;
using UnionHall.Testing;

namespace UnionHall.EndToEnd.Tests;

/// <summary>Someone before a screen. Every page looked at is kept as a picture in artifacts/screens and put through axe.</summary>
public sealed class Visitor(IPage page, int width)
{
    private static readonly string Screens = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;
    private static readonly string Axe = File.ReadAllText(Path.Combine(Repository.Root, "assets", "node_modules", "axe-core", "axe.min.js"));

    public IPage Page => page;

    /// <summary>What was wrong with the pages looked at.</summary>
    public List<string> Faults { get; } = [];

    public async Task GoAsync(string address)
    {
        var answer = await page.GotoAsync(address);
        answer!.Status.ShouldBeLessThan(400, $"{address} answered {answer.Status}");
    }

    public async Task SignInAsync(string name, string password)
    {
        await GoAsync("/sign-in");
        await page.GetByLabel("手机号或账号").FillAsync(name);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
    }

    /// <summary>Keeps a picture at the phone's and the desktop's width and notes anything axe finds, in light and dark.</summary>
    public async Task LookAsync(string name)
    {
        await LookAsync(name, 390, 844);
        await LookAsync(name, 1440, 900);
        await page.SetViewportSizeAsync(width, width == 390 ? 844 : 900);
    }

    private async Task LookAsync(string name, int wide, int high)
    {
        await page.SetViewportSizeAsync(wide, high);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Screens, $"{name}-{wide}.png"), FullPage = true });
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"))
        {
            var wideOnes = await page.EvaluateAsync<string>("[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.uh-table-wide')).slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')");
            Faults.Add($"{name} scrolls sideways at {wide} px: {wideOnes}");
        }

        await CheckAsync(name, wide);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await CheckAsync($"{name} in the dark", wide);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private async Task CheckAsync(string name, int wide)
    {
        // Run through the debugger, which the page's content security policy does not bind.
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<JsonElement>(
            "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + (n.any[0]?.message ?? '')).slice(0, 3).join(' | ')))");
        Faults.AddRange(found.EnumerateArray().Select(violation => $"{name} at {wide} px: {violation.GetString()}"));
    }
}
