using Npgsql;

namespace UnionHall.Platform.Backups;

internal static class Session
{
    /// <summary>Makes PostgreSQL 15 to 18 write and read every value alike, up to the end of the transaction.</summary>
    public static Task SettleAsync(NpgsqlConnection connection, CancellationToken stop) => Catalogue.ExecuteAsync(
        connection,
        "set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC'; set local extra_float_digits = 3; set local bytea_output = 'hex'; set local statement_timeout = 0",
        stop);
}
