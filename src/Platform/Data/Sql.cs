using Npgsql;

namespace UnionHall.Platform.Data;

/// <summary>Commands in plain SQL with positional values, for the hot paths.</summary>
public static class Sql
{
    /// <summary>A command of the pool's own connection: $1, $2 … are the values in order, null is null.</summary>
    public static NpgsqlCommand Command(this NpgsqlDataSource source, string sql, params ReadOnlySpan<object?> values) => Fill(source.CreateCommand(sql), values);

    /// <summary>A command on this connection, without a time limit.</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Fill(new NpgsqlCommand(sql, connection) { CommandTimeout = 0 }, values);

    /// <summary>A command for a batch.</summary>
    public static NpgsqlBatchCommand Ask(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        Fill(command.Parameters, values);
        return command;
    }

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
        Fill(command.Parameters, values);
        return command;
    }

    private static void Fill(NpgsqlParameterCollection parameters, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }
    }
}
