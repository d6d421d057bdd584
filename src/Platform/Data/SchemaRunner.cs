using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace UnionHall.Platform.Data;

/// <summary>
/// Brings the database to this build's schema: every module's numbered scripts, forward only, each in a transaction,
/// one process at a time. Refuses a database that a newer build has already changed, and a script that was edited after it ran.
/// </summary>
public sealed class SchemaRunner(NpgsqlDataSource source, IEnumerable<IModelPart> parts)
{
    private const long SchemaLock = 0x556E696F6E48;
    private const string CreateTable = "create table if not exists schema_script (name text primary key, checksum text not null, applied_at timestamptz not null default now())";

    public async Task<int> ApplyAsync(CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await LockAsync(connection, stop);
        try
        {
            await ExecuteAsync(connection, CreateTable, stop);
            var known = Scripts().ToList();
            var applied = await AppliedAsync(connection, stop);
            Refuse(known, applied);
            var missing = known.Where(script => !applied.ContainsKey(script.Name)).ToList();
            foreach (var script in missing)
            {
                await ApplyAsync(connection, script, stop);
            }

            if (missing.Count > 0)
            {
                await connection.ReloadTypesAsync(stop);
                source.Clear();
            }

            return missing.Count;
        }
        finally
        {
            await UnlockAsync(connection);
        }
    }

    /// <summary>All scripts of this build in the order they run: modules from the bottom up, then by number.</summary>
    public IEnumerable<SchemaScript> Scripts() =>
        parts.Select(part => part.GetType().Assembly).Distinct().SelectMany(ScriptsOf);

    /// <summary>Runs these scripts in the caller's transaction; a restore does.</summary>
    internal async Task ApplyAsync(NpgsqlConnection connection, IReadOnlyCollection<SchemaScript> scripts, CancellationToken stop)
    {
        await ExecuteAsync(connection, CreateTable, stop);
        foreach (var script in scripts)
        {
            await RunAsync(connection, script, stop);
        }
    }

    /// <summary>Keeps every other process from changing the schema, and from starting, until unlocked.</summary>
    internal Task LockAsync(NpgsqlConnection connection, CancellationToken stop) => ExecuteAsync(connection, $"select pg_advisory_lock({SchemaLock})", stop);

    internal Task UnlockAsync(NpgsqlConnection connection) => ExecuteAsync(connection, $"select pg_advisory_unlock({SchemaLock})", CancellationToken.None);

    private static IEnumerable<SchemaScript> ScriptsOf(Assembly assembly) =>
        assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("schema/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => SchemaScript.Read(assembly, name));

    private static void Refuse(List<SchemaScript> known, Dictionary<string, string> applied)
    {
        if (applied.Keys.FirstOrDefault(name => known.TrueForAll(script => script.Name != name)) is { } newer)
        {
            throw new SchemaRefusedException($"数据库的结构比这个版本的程序新（已有 {newer}）。请用新版本启动，数据没有被动过。");
        }

        if (known.Find(script => applied.TryGetValue(script.Name, out var checksum) && checksum != script.Checksum) is { } edited)
        {
            throw new SchemaRefusedException($"结构脚本 {edited.Name} 执行之后又被改过，不能启动。请恢复原来的脚本，改动写成新的一号。");
        }
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select name, checksum from schema_script", connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, SchemaScript script, CancellationToken stop)
    {
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await RunAsync(connection, script, stop);
        await transaction.CommitAsync(stop);
    }

    private static async Task RunAsync(NpgsqlConnection connection, SchemaScript script, CancellationToken stop)
    {
        await ExecuteAsync(connection, script.Sql, stop);
        await using var record = new NpgsqlCommand("insert into schema_script (name, checksum) values ($1, $2)", connection)
        {
            Parameters = { new() { Value = script.Name }, new() { Value = script.Checksum } },
        };
        await record.ExecuteNonQueryAsync(stop);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }
}

/// <summary>One numbered script of one module.</summary>
public sealed record SchemaScript(string Name, string Sql, string Checksum)
{
    internal static SchemaScript Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd();
        var module = assembly.GetName().Name!.Split('.')[^1];
        return new SchemaScript(
            $"{module}/{Path.GetFileNameWithoutExtension(resource)}", sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}

/// <summary>The database cannot be used by this build; the message says what to do.</summary>
public sealed class SchemaRefusedException(string message) : Exception(message);
