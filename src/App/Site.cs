using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using UnionHall.App.Demo;
using UnionHall.App.Errors;
using UnionHall.App.Layouts;
using UnionHall.Messaging;
using UnionHall.Organisation;
using UnionHall.People;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Data.Embedded;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;
using UnionHall.Platform.Submissions;
using UnionHall.Platform.Web;
using UnionHall.Requests;

namespace UnionHall.App;

/// <summary>Composes the modules into one web application.</summary>
internal static class Site
{
    public static WebApplicationBuilder CreateBuilder(SiteOptions options, EmbeddedPostgres? postgres = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
        });
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls($"http://{new IPEndPoint(options.Listen, options.Port)}");
        builder.Logging.AddSiteLog();
        builder.Services
            .AddPlatform(options.Database)
            .AddOrganisation()
            .AddPeople()
            .AddMessaging()
            .AddRequests()
            .AddLayouts();
        builder.Services.AddSingleton<ErrorWords>().AddSingleton<IErrorAnswer, ErrorAnswer>();
        if (postgres is not null)
        {
            builder.Services.AddDatabaseSupervisor(postgres);
        }

        builder.Services.AddScoped<IDemoData, DemoCityData>();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/");
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseSafety();
        app.UseRouting();
        app.UseBodyLimits();
        app.UseSigningIn();
        app.UseRateLimits();
        app.UseIdempotencyKeys();
        app.MapHealth();
        app.MapRazorPages();
        app.MapFiles();
        app.MapLive();
        app.MapMessaging();
        app.MapRequests();
        return app;
    }

    /// <summary>The model takes a core half a second: built beside the rest of a start, whoever needs it first waits for it.</summary>
    public static Task BuildModelAsync(WebApplication app, CancellationToken stop) => Task.Run(
        async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            _ = scope.ServiceProvider.GetRequiredService<AppDbContext>().Model;
        },
        stop);

    /// <summary>Brings the schema up to date, refuses a newer one, and adds what every installation starts with.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken stop)
    {
        await app.Services.GetRequiredService<SchemaRunner>().ApplyAsync(stop);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SeedRunner>().RunAsync(stop);
    }
}
