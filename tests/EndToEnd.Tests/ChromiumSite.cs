using Microsoft.Playwright;
using UnionHall.Testing;

namespace UnionHall.EndToEnd.Tests;

/// <summary>The site on a real port, and a real Chromium. Where there is no Chromium the tests skip themselves.</summary>
public sealed class ChromiumSite : TestSite
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? playwright;
    private IBrowser? chromium;

    protected override bool Listens => true;

    public override async ValueTask InitializeAsync()
    {
        Clock.Set(TimeProvider.System.GetUtcNow());
        await base.InitializeAsync();
        if (Array.Find(Places, File.Exists) is not { } program)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox"] });
    }

    /// <summary>A fresh profile with a look of its own.</summary>
    public async Task<IBrowserContext> OpenAsync(Look look)
    {
        Assert.SkipWhen(chromium is null, "There is no Chromium on this machine.");
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            Locale = "zh-CN",
            ViewportSize = new ViewportSize { Width = look.Width, Height = 844 },
            // Only so that axe may be put into the page; the policy itself is tested elsewhere.
            BypassCSP = true,
        });
        await context.AddCookiesAsync([new Cookie { Name = "uh-prefs", Value = Uri.EscapeDataString($"theme={look.Theme}&size={look.Size}&keys=on"), Url = Address }]);
        return context;
    }

    public override async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
        await base.DisposeAsync();
    }
}

/// <summary>How a page is looked at.</summary>
public sealed record Look(int Width, string Theme, string Size)
{
    public static readonly Look Phone = new(390, "light", "normal");
    public static readonly Look Screen = new(1440, "dark", "normal");

    /// <summary>Together they cover both themes, both sizes and three widths.</summary>
    public static readonly Look[] All =
    [
        Phone, new(390, "dark", "elder"), new(320, "light", "normal"), Screen, new(1440, "light", "elder"),
    ];
}
