using Npgsql;

namespace UnionHall.Platform.Data;

/// <summary>Commands in plain SQL with positional values, for the hot paths.</summary>
internal static class Sql
{
    /// <summary>A command of the pool's own connection: $1, $2 … are the values in order, null is null.</summary>
    public static NpgsqlCommand Command(this NpgsqlDataSource source, string sql, params ReadOnlySpan<object?> values) => Fill(source.CreateCommand(sql), values);

    /// <summary>A command on this connection, without a time limit.</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Fill(new NpgsqlCommand(sql, connection) { CommandTimeout = 0 }, values);

    public static async Task<int> ExecuteAsync(this NpgsqlDataSource source, CancellationToken stop, string sql, params object?[] values)
    {
        await using var command = source.Command(sql, values);
        return await command.ExecuteNonQueryAsync(stop);
    }

    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, CancellationToken stop, string sql, params object?[] values)
    {
        await using var command = connection.Command(sql, values);
        return await command.ExecuteNonQueryAsync(stop);
    }

    private static NpgsqlCommand Fill(NpgsqlCommand command, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
