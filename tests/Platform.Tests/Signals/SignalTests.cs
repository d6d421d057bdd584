using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;
using UnionHall.Platform.Tests.Jobs;

namespace UnionHall.Platform.Tests.Signals;

public sealed class SignalTests(JobSite site) : IClassFixture<JobSite>, IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private SignalListener? listener;

    private SignalBus Bus => site.Services.GetRequiredService<SignalBus>();

    public async ValueTask InitializeAsync()
    {
        listener = ActivatorUtilities.CreateInstance<SignalListener>(site.Services);
        await ((IHostedService)listener).StartAsync(stop);
        await HeardAsync("ready", () => Bus.Raise("ready"));
    }

    public async ValueTask DisposeAsync()
    {
        await listener!.StopAsync(stop);
        listener.Dispose();
    }

    [Fact]
    public async Task ManyRaisesAtOnce_AreHeardAsFew()
    {
        var heard = 0;
        using var subscription = Bus.Subscribe("many", () => Interlocked.Increment(ref heard));

        for (var i = 0; i < 1000; i++)
        {
            Bus.Raise("many");
        }

        await Task.Delay(500, stop);
        heard.ShouldBeInRange(1, 10);
    }

    [Fact]
    public async Task ATransactionOfTheCaller_HoldsTheSignalBackUntilItCommits()
    {
        var heard = 0;
        using var subscription = Bus.Subscribe("held", () => Interlocked.Increment(ref heard));
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await using (var transaction = await db.Database.BeginTransactionAsync(stop))
        {
            db.Happened(new BellRang(Guid.CreateVersion7(), "等一等"));
            db.SignalAfterSave("held");
            await db.SaveAsync(Actor.Platform("敲钟"), stop);
            await Task.Delay(200, stop);
            heard.ShouldBe(0);
            await transaction.CommitAsync(stop);
        }

        await UntilAsync(() => heard == 1);
    }

    [Fact]
    public async Task ABrokenConnection_IsMadeAgain_AndEveryoneIsToldToLook()
    {
        var heard = 0;
        using var subscription = Bus.Subscribe("broken", () => Interlocked.Increment(ref heard));

        await site.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'unionhall-signals' and datname = current_database()");

        await UntilAsync(() => heard > 0);
        await HeardAsync("after", () => Bus.Raise("after"));
    }

    private async Task HeardAsync(string topic, Action raise)
    {
        var heard = 0;
        using var subscription = Bus.Subscribe(topic, () => Interlocked.Increment(ref heard));
        raise();
        await UntilAsync(() => heard > 0);
    }

    private async Task UntilAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 200 && !isSo(); i++)
        {
            await Task.Delay(50, stop);
        }

        isSo().ShouldBeTrue();
    }
}
