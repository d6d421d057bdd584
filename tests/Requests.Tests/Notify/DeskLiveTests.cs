using Npgsql;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Notify;

/// <summary>Every act wakes the open lists of all in whose reach the case is, on every node.</summary>
public sealed class DeskLiveTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task SigningAndAnswering_IsHeardByEveryUnitThatHasIt_AtOnce()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var page = await handler.GetAsync($"/desk/requests/{reference}");
        UnitId[] reach = [city.Courier, city.Qingxi, city.Anhe, city.City];

        (await HeardAsync(async () => page = await handler.PressAsync(page, "签收"))).ShouldBe(reach, ignoreOrder: true);
        (await HeardAsync(async () => page = await handler.PressAsync(page, "发出，请他确认", ("答复职工", "修好了，今晚能用。")))).ShouldBe(reach, ignoreOrder: true);
    }

    [Fact]
    public async Task AnOrder_WakesTheListOfTheUnitItGoesTo()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        (await HeardAsync(() => given.DispatchedAsync(reference, city.Wangjiang))).ShouldContain(city.Wangjiang);
    }

    /// <summary>The units of whose desk another node heard, with no job run.</summary>
    private async Task<IReadOnlyList<UnitId>> HeardAsync(Func<Task> act)
    {
        UnitId[] all = [city.City, city.Anhe, city.Donghu, city.Qingxi, city.Wangjiang, city.Beiyuan, city.Nanmen, city.Courier, city.Restaurant];
        var heard = new HashSet<string>(StringComparer.Ordinal);
        await using var node = new NpgsqlConnection(site.ConnectionString);
        node.Notification += (_, signal) => heard.Add(signal.Payload);
        await node.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand("listen unionhall", node))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(200), stop);
        await using (var settle = new NpgsqlCommand("select 1", node))
        {
            await settle.ExecuteNonQueryAsync(stop);
        }

        heard.Clear();
        await act();
        while (await node.WaitAsync(TimeSpan.FromMilliseconds(500), stop))
        {
            // The signals come one by one.
        }

        return [.. all.Where(unit => heard.Contains(LiveEndpoint.DeskTopic(unit)))];
    }
}
