using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UnionHall.App;
using UnionHall.App.Demo;
using UnionHall.Platform.Data;
using UnionHall.Testing;

[assembly: AssemblyFixture(typeof(UnionHall.EndToEnd.Tests.LiveSite))]

namespace UnionHall.EndToEnd.Tests;

/// <summary>The site as it runs, jobs and all, with the demo city, on a port of this machine, and a real browser before it.</summary>
public sealed class LiveSite : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private TestDatabase? database;
    private WebApplication? app;
    private string? folder;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static bool HasBrowser => File.Exists(Chromium);

    public string Address => app!.Urls.First();

    public IServiceProvider Services => app!.Services;

    public async ValueTask InitializeAsync()
    {
        if (!HasBrowser)
        {
            return;
        }

        var stop = TestContext.Current.CancellationToken;
        database = await TestDatabase.CreateAsync(stop);
        folder = Directory.CreateTempSubdirectory("unionhall-e2e-").FullName;
        var builder = Site.CreateBuilder(new SiteOptions { Port = 0, Database = new DatabaseOptions { DataFolder = folder, ConnectionString = database.ConnectionString, Durable = false } });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = Site.Build(builder);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IDemoData>().LoadAsync(stop);
        }

        await app.StartAsync(stop);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page in a browser of its own: no cookies shared.</summary>
    public async Task<Visitor> PhoneAsync() => await VisitorAsync(390, 844);

    public async Task<Visitor> DesktopAsync() => await VisitorAsync(1440, 900);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }

        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Visitor> VisitorAsync(int width, int height)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Address, Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = height } });
        return new Visitor(await context.NewPageAsync(), width);
    }
}
