namespace UnionHall.EndToEnd.Tests;

/// <summary>
/// What an acknowledgement is worth: while workers file requests, the site and then its database are killed without
/// warning, and a backup is taken. Nothing acknowledged is lost and nothing is there twice.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Workers = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("unionhall-kill-").FullName;
    private readonly List<Teller> tellers = [];

    private int Acknowledged => tellers.Sum(teller => teller.Acknowledged.Count);

    [Fact(Timeout = 400_000)]
    public async Task WhatWasAcknowledged_OutlivesEveryKill_AndIsThereOnce()
    {
        var stop = TestContext.Current.CancellationToken;
        using var site = new SiteProcess(Path.Combine(folder, "data"));
        await site.StartAsync(stop);
        var isEnough = false;
        tellers.AddRange(Enumerable.Range(1, Workers).Select(number => new Teller($"工友{number}", site.Address)));
        var telling = Task.WhenAll(tellers.Select(teller => teller.TellAsync(() => isEnough, stop)));

        await MoreAsync(20, telling, stop);
        await site.KillAsync(stop);
        await site.StartAsync(stop);
        await MoreAsync(20, telling, stop);
        var before = tellers.SelectMany(teller => teller.Acknowledged.Values).ToList();
        var backup = Path.Combine(folder, "backup.uh");
        (await site.VerbAsync(stop, "backup", backup)).Code.ShouldBe(0);
        await site.KillDatabaseAsync(stop);
        await MoreAsync(20, telling, stop);
        isEnough = true;
        await telling;

        tellers.SelectMany(teller => teller.Odd).ShouldBeEmpty(site.Said);
        tellers.Sum(teller => teller.Repeats).ShouldBeGreaterThan(Workers, "nothing was interrupted");
        (await FiledAsync(Path.Combine(folder, "data"), stop)).ShouldBe(
            tellers.SelectMany(teller => teller.Acknowledged).Select(told => (told.Key, told.Value)), ignoreOrder: true);
        var audit = await site.VerbAsync(stop, "audit", "verify");
        audit.Code.ShouldBe(0, audit.Said);
        (await site.StopAsync(stop)).ShouldBe(0);

        await RestoredAsync(backup, before, stop);
    }

    public void Dispose()
    {
        tellers.ForEach(teller => teller.Dispose());
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Waits until so many more are acknowledged: the stream runs again.</summary>
    private async Task MoreAsync(int count, Task telling, CancellationToken stop)
    {
        var wanted = Acknowledged + count;
        while (Acknowledged < wanted)
        {
            telling.IsFaulted.ShouldBeFalse(telling.Exception?.ToString());
            await Task.Delay(20, stop);
        }
    }

    private async Task RestoredAsync(string backup, List<string> before, CancellationToken stop)
    {
        var data = Path.Combine(folder, "restored");
        using var empty = new SiteProcess(data);
        (await empty.VerbAsync(stop, "audit", "verify")).ShouldBe((1, $"{data} 里还没有数据。看看 --data 写对没有；要新建，用 bin/run --data {data}。\n"));
        Directory.Exists(data).ShouldBeFalse("a verb that only looks made a database");
        foreach (string[] verb in new[] { (string[])["verify", backup], ["restore", backup], ["audit", "verify"] })
        {
            var (code, said) = await empty.VerbAsync(stop, verb);
            code.ShouldBe(0, said);
        }

        var restored = await FiledAsync(data, stop);
        restored.Select(filed => filed.Reference).ShouldBeUnique();
        before.Except(restored.Select(filed => filed.Reference)).ShouldBeEmpty();
    }

    /// <summary>What the tellers said as the database holds it, read by a process that joins the database.</summary>
    private static async Task<List<(string Words, string Reference)>> FiledAsync(string data, CancellationToken stop)
    {
        await using var database = await JoinedDatabase.OfAsync(data, stop);
        await using var command = database.Source.CreateCommand("select words, reference from request where words like '工友%' order by 1");
        await using var reader = await command.ExecuteReaderAsync(stop);
        var filed = new List<(string, string)>();
        while (await reader.ReadAsync(stop))
        {
            filed.Add((reader.GetString(0), reader.GetString(1)));
        }

        return filed;
    }
}
