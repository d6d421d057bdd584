using Npgsql;

namespace UnionHall.Requests.Rates;

/// <summary>A statement with its values in order.</summary>
internal static class RateSql
{
    public static NpgsqlCommand Of(NpgsqlDataSource source, string sql, params IEnumerable<object> values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
