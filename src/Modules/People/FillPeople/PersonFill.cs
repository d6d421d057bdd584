using Npgsql;
using UnionHall.People.Domain;
using UnionHall.Platform.Filling;
using UnionHall.Platform.Security;

namespace UnionHall.People.FillPeople;

/// <summary>Registered workers in large numbers: accounts, sealed persons, workplaces and consents. The fill itself is their record.</summary>
internal sealed class PersonFill(WorkerCopier accounts, PersonSeal seal, TimeProvider clock) : IFillPart
{
    private const int ChunkSize = 20_000;
    private static readonly string[] Tables = ["account", "person", "workplace", "consent"];
    private static readonly TimeSpan Since = TimeSpan.FromDays(3 * 365);

    public async Task FillAsync(FillPlan plan, NpgsqlConnection connection, CancellationToken stop)
    {
        if (plan.Members > 0)
        {
            await WithoutIndexes.RunAsync(connection, Tables, () => WriteAsync(plan, connection, stop), stop);
        }
    }

    private async Task WriteAsync(FillPlan plan, NpgsqlConnection connection, CancellationToken stop)
    {
        var before = await CountAsync(connection, stop);
        // A second fill of one moment goes on, it does not draw the same people again.
        var dice = new Random(unchecked(plan.Seed + (int)before));
        var units = await UnitsAsync(connection, stop);
        dice.Shuffle(units);
        var start = clock.GetUtcNow() - Since;
        for (var done = 0; done < plan.Members; done += ChunkSize)
        {
            var rows = Enumerable.Range(done, Math.Min(ChunkSize, plan.Members - done))
                .Select(place => FilledPerson.Make(before + place, dice, units, start + (Since * ((place + 0.5) / plan.Members)))).ToList();
            await accounts.WriteAsync(connection, rows.ConvertAll(row => row.Worker), stop);
            await CopyAsync(connection, "person (id, account_id, name, name_print, phone, phone_print, created_at)", rows, WritePerson, stop);
            await CopyAsync(connection, "workplace (id, person_id, unit_id, from_on)", rows.Where(row => row.WorksAt is not null), WriteWorkplace, stop);
            await CopyAsync(connection, "consent (id, person_id, purpose, version, given_at)", rows, WriteConsent, stop);
            plan.Say($"会员 {done + rows.Count:N0} 人");
        }
    }

    private void WritePerson(NpgsqlBinaryImporter copy, FilledPerson row)
    {
        var (name, phone) = (seal.Seal(row.Worker.Name), seal.Seal(row.Worker.Phone));
        copy.Write(row.Id);
        copy.Write(row.Worker.Id.Value);
        copy.Write(name.Sealed);
        copy.Write(name.Print);
        copy.Write(phone.Sealed);
        copy.Write(phone.Print);
        copy.Write(row.Worker.At);
    }

    private static void WriteWorkplace(NpgsqlBinaryImporter copy, FilledPerson row)
    {
        copy.Write(row.WorkplaceId);
        copy.Write(row.Id);
        copy.Write(row.WorksAt!.Value);
        copy.Write(row.Since);
    }

    private static void WriteConsent(NpgsqlBinaryImporter copy, FilledPerson row)
    {
        copy.Write(row.ConsentId);
        copy.Write(row.Id);
        copy.Write(AccountNotice.Purpose);
        copy.Write(AccountNotice.Version);
        copy.Write(row.Worker.At);
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, string target, IEnumerable<FilledPerson> rows, Action<NpgsqlBinaryImporter, FilledPerson> write, CancellationToken stop)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)", stop);
        foreach (var row in rows)
        {
            copy.StartRow();
            write(copy, row);
        }

        await copy.CompleteAsync(stop);
    }

    private static async Task<Guid[]> UnitsAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var units = new List<Guid>();
        await using var command = new NpgsqlCommand("select id from unit where kind in ('primary', 'joint') and closed_on is null order by code", connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            units.Add(reader.GetGuid(0));
        }

        return [.. units];
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select count(*) from person", connection) { CommandTimeout = 0 };
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }
}
