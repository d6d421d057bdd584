using System.Diagnostics;
using Npgsql;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Filling;

internal sealed class FillCommand(NpgsqlDataSource source, IEnumerable<IFillPart> parts, AppDbContext db) : ICommand
{
    public string Verb => "fill";

    public string Arguments => "[--requests N] [--units N] [--members N] [--seed N]";

    public string Summary => "造一个大的合成数据库，用来量快慢；不要在真实数据上用。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var plan = new FillPlan(
            line.Number("requests", 0), line.Number("units", 0), line.Number("members", 0), line.Number("seed", 1),
            words => line.Error.WriteLine($"[{watch.Elapsed:mm\\:ss}] {words}"));
        line.RefuseOthers();
        if (plan is { Requests: 0, Units: 0, Members: 0 })
        {
            throw new WrongUsageException("写上要造多少：--requests、--units、--members 至少一个。");
        }

        await using var connection = await source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        foreach (var part in parts)
        {
            await part.FillAsync(plan, connection, stop);
        }

        await transaction.CommitAsync(stop);
        db.Happened(new DatabaseFilled(plan.Requests, plan.Units, plan.Members));
        await db.SaveAsync(Actor.Platform("合成数据"), stop);
        await using var analyze = new NpgsqlCommand("vacuum analyze", connection) { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync(stop);
        plan.Say("好了。");
        return 0;
    }
}

/// <summary>A large synthetic database was made.</summary>
public sealed record DatabaseFilled(int Requests, int Units, int Members) : IDomainEvent
{
    public Subject Subject => new("fill", Guid.Empty);
}
