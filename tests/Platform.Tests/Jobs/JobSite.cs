using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Platform.Submissions;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Jobs;

public sealed record BellRang(Guid Bell, string Tone) : IDomainEvent
{
    public Subject Subject => new("bell", Bell);
}

/// <summary>What the handlers did, and how they behave.</summary>
internal sealed class Tower
{
    public ConcurrentQueue<BellRang> Heard { get; } = new();

    public Func<BellRang, CancellationToken, Task> Act { get; set; } = (_, _) => Task.CompletedTask;
}

internal sealed class WriteDown(Tower tower) : IEventHandler<BellRang>
{
    public async Task HandleAsync(BellRang domainEvent, CancellationToken stop)
    {
        await tower.Act(domainEvent, stop);
        tower.Heard.Enqueue(domainEvent);
    }
}

/// <summary>Who holds which post in these tests.</summary>
internal sealed class Posts : IGrantSource
{
    public ConcurrentDictionary<AccountId, Grant[]> Held { get; } = new();

    public Task<IReadOnlyList<Grant>> GrantsOfAsync(AccountId account, IEnumerable<IFrameRead> also, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Grant>>(Held.GetValueOrDefault(account, []));
}

/// <summary>A JSON endpoint beside the site: POST /json-bells/ring.</summary>
internal sealed class JsonBell : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/json-bells", branch => branch
            .UseRouting()
            .UseIdempotencyKeys()
            .UseEndpoints(endpoints => endpoints.MapPost("/ring", RingAsync).WithIdempotencyKey()));
        next(app);
    };

    private static async Task<IResult> RingAsync(HttpContext http, AppDbContext db, Tower tower)
    {
        var bell = Guid.CreateVersion7();
        using var reader = new StreamReader(http.Request.Body);
        var ring = new BellRang(bell, await reader.ReadToEndAsync(http.RequestAborted));
        await tower.Act(ring, http.RequestAborted);
        db.Happened(ring);
        await db.SaveAsync(Actor.Visitor(null), http.RequestAborted);
        return Results.Created($"/bells/{bell}", new { bell, tone = ring.Tone });
    }
}

/// <summary>A site with one event and one listener.</summary>
public sealed class JobSite : TestSite
{
    internal Tower Tower { get; } = new();

    internal Posts Posts { get; } = new();

    public AccountId LastSignedIn { get; private set; }

    /// <summary>A browser signed in as someone with this role, or with no post at all.</summary>
    public async Task<Browser> SignedInAsAsync(Role? role, UnitId? unit = null)
    {
        var name = "u" + Guid.CreateVersion7().ToString("N")[^10..];
        var account = await this.StaffAsync(name);
        LastSignedIn = account;
        Posts.Held[account] = role is { } held ? [new Grant(unit ?? UnitId.Next(), "安和区总工会", held, WholeSubtree: true)] : [];
        return await this.SignedInAsync(name);
    }

    public async Task<Guid> RingAsync(string tone)
    {
        var bell = Guid.CreateVersion7();
        await WithAsync<AppDbContext>(async db =>
        {
            db.Happened(new BellRang(bell, tone));
            await db.SaveAsync(Actor.Platform("敲钟"), TestContext.Current.CancellationToken);
        });
        return bell;
    }

    public async Task<int> ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<T> AskAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    protected override bool JobsMayFail => true;

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton(Tower);
        services.AddSingleton<IStartupFilter, JsonBell>();
        services.Replace(ServiceDescriptor.Singleton<IGrantSource>(Posts));
        services.AddEventHandler<BellRang, WriteDown>();
        services.AddEventLabels(new Dictionary<string, string> { ["bell-rang"] = "敲钟" }, new Dictionary<string, string> { ["bell"] = "钟", ["tone"] = "钟声" });
        services.AddScoped<RecurringTests.Broken>();
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
