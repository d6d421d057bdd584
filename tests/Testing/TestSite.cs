using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Shouldly;
using UnionHall.App;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Data;
using UnionHall.Platform.Jobs;
using Xunit;

namespace UnionHall.Testing;

/// <summary>
/// The whole site on a database of its own with a manual clock: the fixture of every page test. Background work is
/// not started by itself; a test that needs it runs it by hand.
/// </summary>
public class TestSite : IAsyncLifetime
{
    private TestDatabase? database;
    private WebApplication? app;
    private string? folder;

    public ManualClock Clock { get; } = new();

    public IServiceProvider Services => app!.Services;

    public string ConnectionString => database!.ConnectionString;

    /// <summary>Files and keys of this site.</summary>
    public string DataFolder => folder!;

    public virtual async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        database = await TestDatabase.CreateAsync(stop);
        folder = Directory.CreateTempSubdirectory("unionhall-test-").FullName;
        var options = new SiteOptions { Port = 0, Database = new DatabaseOptions { DataFolder = folder, ConnectionString = database.ConnectionString, Durable = false } };
        var builder = Site.CreateBuilder(options);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        LeaveOutBackgroundWork(builder.Services);
        Configure(builder.Services);
        if (!Listens)
        {
            builder.WebHost.UseTestServer();
        }

        app = Site.Build(builder);
        await app.StartAsync(stop);
    }

    /// <summary>True when a real browser must reach it: then it takes a free port instead of answering in memory.</summary>
    protected virtual bool Listens => false;

    /// <summary>Where it listens.</summary>
    protected string Address => app!.Urls.Single();

    /// <summary>A browser with a cookie jar of its own.</summary>
    public Browser NewBrowser() => new(app!.GetTestServer().CreateHandler());

    /// <summary>Runs something in a scope of its own, as a handler or a job would.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task WithAsync<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>For tests of failing jobs.</summary>
    protected virtual bool JobsMayFail => false;

    /// <summary>Runs every job that is ready, and those they cause. None may have failed.</summary>
    public async Task<int> RunJobsAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        var ran = await Services.GetRequiredService<JobPump>().RunReadyAsync(stop);
        if (JobsMayFail)
        {
            return ran;
        }

        await using var failed = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select string_agg(kind || ': ' || last_error, E'\n') from job where done_at is null and last_error is not null");
        (await failed.ExecuteScalarAsync(stop)).ShouldBe(DBNull.Value);
        return ran;
    }

    /// <summary>Links the audit entries written so far.</summary>
    public Task SealAuditAsync() => WithAsync<AuditSealer>(sealer => sealer.RunAsync(TestContext.Current.CancellationToken));

    public virtual async ValueTask DisposeAsync()
    {
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

        GC.SuppressFinalize(this);
    }

    /// <summary>For fixtures that add handlers or outside services of their own.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    private static void LeaveOutBackgroundWork(IServiceCollection services)
    {
        foreach (var worker in services.Where(IsOurs).ToList())
        {
            services.Remove(worker);
        }

        static bool IsOurs(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Namespace?.StartsWith("UnionHall", StringComparison.Ordinal) == true;
    }
}
