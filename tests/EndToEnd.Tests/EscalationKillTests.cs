namespace UnionHall.EndToEnd.Tests;

/// <summary>A node is killed while it takes late work orders up: the other goes on, and each goes up once.</summary>
public sealed class EscalationKillTests : IDisposable
{
    private const string Late = """
        request q where q.is_open and q.paused_until is null and exists (select 1 from work_order w
            where w.request_id = q.id and w.finished_at is null and w.role = 'lead' and w.parent_id is not null and w.escalated_at is null)
        """;

    private const string Escalated = "timeline_entry where kind = 'escalated' and actor_name = '时限'";

    private readonly string folder = Directory.CreateTempSubdirectory("unionhall-escalation-").FullName;
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact(Timeout = 400_000)]
    public async Task KilledMidway_EachLateOrderGoesUpOnce()
    {
        var data = Path.Combine(folder, "data");
        using var first = new SiteProcess(data);
        await first.StartAsync(stop);
        (await first.StopAsync(stop)).ShouldBe(0);
        await using var database = await JoinedDatabase.OfAsync(data, stop);
        var late = await MakeLateAsync(database);
        late.ShouldBeGreaterThan(20);

        await first.StartAsync(stop);
        while (await database.CountAsync(Escalated, stop) < 3)
        {
            await Task.Delay(5, stop);
        }

        await first.KillAsync(stop);
        var before = await database.CountAsync(Escalated, stop);
        before.ShouldBeLessThan(late, "it was done before the kill");
        using var second = new SiteProcess(data);
        await second.StartAsync(stop);
        while (await database.CountAsync("request where sweep_at < now()", stop) > 0 || await database.CountAsync("job where done_at is null and dead_at is null", stop) > 0)
        {
            await Task.Delay(100, stop);
        }

        (await database.CountAsync(Escalated, stop)).ShouldBeInRange(20, late);
        (await database.CountAsync("work_order where escalate_at < now() - interval '19 days' and escalated_at is null", stop)).ShouldBe(0, "some were left behind");
        (await database.CountAsync("(select request_id from timeline_entry where kind = 'escalated' group by request_id having count(*) > 1) twice", stop)).ShouldBe(0);
        (await database.CountAsync("(select account, link from notice where kind = 'request-escalated' group by account, link having count(*) > 1) twice", stop)).ShouldBe(0);
        (await database.CountAsync("(select order_id, clock from breach where order_id is not null group by order_id, clock having count(*) > 1) twice", stop)).ShouldBe(0);
        var audit = await second.VerbAsync(stop, "audit", "verify");
        audit.Code.ShouldBe(0, audit.Said);
        (await second.StopAsync(stop)).ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Every hop at work is late for weeks, as if nobody had looked since.</summary>
    private async Task<int> MakeLateAsync(JoinedDatabase database)
    {
        await database.ExecuteAsync($"update work_order set dispatched_at = now() - interval '60 days', due_at = now() - interval '40 days', escalate_at = now() - interval '20 days' where finished_at is null and role = 'lead' and parent_id is not null and request_id in (select q.id from {Late})", stop);
        await database.ExecuteAsync($"update request set sweep_at = now() - interval '1 hour' where id in (select q.id from {Late})", stop);
        await database.ExecuteAsync("update recurring_job set next_at = now() where name = 'sweep-clocks'", stop);
        return await database.CountAsync(Late, stop);
    }
}
