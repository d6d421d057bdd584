using Npgsql;
using UnionHall.App.Demo;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Data.Embedded;

namespace UnionHall.App.Start;

/// <summary>What happens between the command line and the running site, or between a verb and its exit code.</summary>
internal static class Startup
{
    public static async Task<int> RunAsync(List<string> words, CancellationToken stop)
    {
        var options = SiteOptions.Read(words);
        return words switch
        {
            [] or ["serve"] => await ServeAsync(options, stop),
            ["serve", var other, ..] => throw new WrongUsageException($"serve 不认识 {other}。可以用 --port、--data、--demo、--no-demo。"),
            _ when CommandRunner.AsksForHelp(words) => await ExplainAsync(options, words, stop),

            // These look at files on any machine: nothing is started for them.
            ["verify", ..] or ["mail", "parse", ..] => await ExplainAsync(options, words, stop),
            _ => await RunVerbAsync(options, words, stop),
        };
    }

    private static async Task<int> ServeAsync(SiteOptions options, CancellationToken stop)
    {
        if (options.Demo && !options.Database.IsEmbedded)
        {
            throw new CannotStartException("UNIONHALL_DATABASE 指向您自己的数据库，不往里面装演示数据。启动正式站点请用 bin/run --no-demo；只想看演示，请先 unset UNIONHALL_DATABASE。");
        }

        Port.MustBeFree(options.Listen, options.Port);
        DataFolder.Prepare(options.Database.DataFolder);
        await using var postgres = await StartPostgresAsync(options, stop);
        var builder = Site.CreateBuilder(Connected(options, postgres), postgres);
        // Said below, in Chinese.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        await using var app = Site.Build(builder);
        var model = Site.BuildModelAsync(app, stop);
        await PrepareAsync(app, options, stop);
        await app.StartAsync(stop);
        await model;
        await Console.Out.WriteAsync(Welcome.Text(app.Urls, options));
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    private static async Task<int> RunVerbAsync(SiteOptions options, List<string> words, CancellationToken stop)
    {
        MustHoldData(options, words);
        DataFolder.Prepare(options.Database.DataFolder);
        await using var postgres = await StartPostgresAsync(options, stop);
        await using var app = BuildForVerbs(Connected(options, postgres));
        await ConnectAsync(() => Site.PrepareAsync(app, stop), options);
        return await RunCommandAsync(app, words, stop);
    }

    /// <summary>A verb that only looks at what is there must not make an empty database and call it in order.</summary>
    private static void MustHoldData(SiteOptions options, List<string> words)
    {
        var onlyLooks = words is ["access" or "audit" or "backup" or "jobs" or "keys", ..] or [_, "list" or "export" or "reset", ..];
        if (onlyLooks && options.Database.IsEmbedded && !EmbeddedPostgres.IsIn(options.Database.DataFolder))
        {
            throw new CannotStartException($"{options.Database.DataFolder} 里还没有数据。看看 --data 写对没有；要新建，用 bin/run --data {options.Database.DataFolder}。");
        }
    }

    /// <summary>Help needs the verbs but no database.</summary>
    private static async Task<int> ExplainAsync(SiteOptions options, List<string> words, CancellationToken stop)
    {
        await using var app = BuildForVerbs(options with { Database = options.Database with { ConnectionString = "Host=none" } });
        return await RunCommandAsync(app, words, stop);
    }

    private static WebApplication BuildForVerbs(SiteOptions options)
    {
        var builder = Site.CreateBuilder(options);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return Site.Build(builder);
    }

    private static async Task<int> RunCommandAsync(WebApplication app, List<string> words, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CommandRunner>().RunAsync(words, Console.Out, Console.Error, stop);
    }

    private static async Task PrepareAsync(WebApplication app, SiteOptions options, CancellationToken stop)
    {
        await ConnectAsync(() => Site.PrepareAsync(app, stop), options);
        if (!options.Demo)
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        foreach (var data in scope.ServiceProvider.GetServices<IDemoData>())
        {
            await data.LoadAsync(stop);
        }
    }

    private static async Task<EmbeddedPostgres?> StartPostgresAsync(SiteOptions options, CancellationToken stop)
    {
        if (!options.Database.IsEmbedded)
        {
            return null;
        }

        try
        {
            return await EmbeddedPostgres.StartAsync(options.Database.DataFolder, options.Database.PostgresBinaries, options.Database.Durable, stop);
        }
        catch (InvalidOperationException problem)
        {
            throw new CannotStartException(problem.Message, problem);
        }
    }

    private static SiteOptions Connected(SiteOptions options, EmbeddedPostgres? postgres) =>
        postgres is null ? options : options with { Database = options.Database with { ConnectionString = postgres.ConnectionString } };

    /// <summary>The first word with a database of the operator's own: when it does not answer, say so in a sentence.</summary>
    private static async Task ConnectAsync(Func<Task> act, SiteOptions options)
    {
        try
        {
            await act();
        }
        catch (NpgsqlException problem) when (!options.Database.IsEmbedded && problem is not PostgresException { SqlState: not ("28P01" or "28000" or "3D000" or "42501") })
        {
            throw new CannotStartException($"用不了 UNIONHALL_DATABASE 指定的数据库：{problem.Message}", problem);
        }
    }
}
