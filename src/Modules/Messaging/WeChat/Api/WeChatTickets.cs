using System.Text.Json;
using Npgsql;
using UnionHall.Messaging.WeChat.Domain;

namespace UnionHall.Messaging.WeChat.Api;

/// <summary>
/// The access token and the ticket of WeChat's script, one of each for all nodes: whoever finds it used up locks its row,
/// looks again, and fetches a new one; the others wait for the row.
/// </summary>
internal sealed class WeChatTickets(NpgsqlDataSource source, WeChatSeal seal, WeChatHttp http, WeChatHealth health, TimeProvider clock)
{
    /// <summary>For our calls.</summary>
    public const string Access = "access-token";

    /// <summary>For pages that use WeChat's script.</summary>
    public const string Script = "jsapi-ticket";

    /// <summary>Fetched anew so long before its end, for clocks and calls under way.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    /// <summary>WeChat forgets an old token by force at most so often.</summary>
    private static readonly TimeSpan BetweenForces = TimeSpan.FromMinutes(1);

    /// <param name="refused">The token with which WeChat refused a call: it is replaced, once for all who were refused.</param>
    public async Task<WeChatAnswer<string>> AccessAsync(OpenedAccount account, CancellationToken stop, string? refused = null) =>
        await KeptAsync(account, Access, refused, stop) is { } kept ? kept : await RenewAsync(account, Access, refused, stop);

    public async Task<WeChatAnswer<string>> ScriptAsync(OpenedAccount account, CancellationToken stop) =>
        await KeptAsync(account, Script, refused: null, stop) is { } kept ? kept : await RenewAsync(account, Script, refused: null, stop);

    private async Task<string?> KeptAsync(OpenedAccount account, string kind, string? refused, CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        return Good(await ReadAsync(connection, kind, locking: false, stop), account, refused);
    }

    private async Task<WeChatAnswer<string>> RenewAsync(OpenedAccount account, string kind, string? refused, CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var row = await ReadAsync(connection, kind, locking: true, stop);
        if (Good(row, account, refused) is { } others)
        {
            return others;
        }

        var force = refused is not null && !(clock.GetUtcNow() - row.ForcedAt < BetweenForces);
        var fetched = await FetchAsync(account, kind, force, stop);
        if (fetched.Fault is { } fault)
        {
            await health.FailedAsync(WeChatHealth.Token, fault.Sentence, stop);
            return fault;
        }

        await StoreAsync(connection, kind, account, fetched.Value!, force ? clock.GetUtcNow() : row.ForcedAt, stop);
        await transaction.CommitAsync(stop);
        await health.WentWellAsync(WeChatHealth.Token, stop);
        return fetched.Value!.Secret;
    }

    private string? Good(Row row, OpenedAccount account, string? refused) =>
        row.AppId == account.AppId && row.ExpiresAt - Early > clock.GetUtcNow() && seal.OpenTicket(row.Secret) is var secret && secret != refused ? secret : null;

    private async Task<WeChatAnswer<Fetched>> FetchAsync(OpenedAccount account, string kind, bool force, CancellationToken stop)
    {
        if (kind == Access)
        {
            var body = new { grant_type = "client_credential", appid = account.AppId, secret = account.Secret, force_refresh = force };
            return Ticket(await http.PostAsync(new Uri(account.Api, "/cgi-bin/stable_token"), body, stop), "access_token");
        }

        var access = await AccessAsync(account, stop);
        return access.Fault is { } fault
            ? fault
            : Ticket(await http.GetAsync(WeChatHttp.Address(account.Api, "/cgi-bin/ticket/getticket", ("type", "jsapi"), ("access_token", access.Value!)), stop), "ticket");
    }

    private static WeChatAnswer<Fetched> Ticket(WeChatAnswer<WeChatBody> answer, string name) =>
        answer.Fault is { } fault ? fault
        : answer.Value!.Json is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var secret) && secret.GetString() is { Length: > 0 } text
            && json.TryGetProperty("expires_in", out var seconds) && seconds.TryGetInt32(out var lasts) ? new Fetched(text, TimeSpan.FromSeconds(lasts))
        : WeChatFaults.Unreadable;

    private static async Task<Row> ReadAsync(NpgsqlConnection connection, string kind, bool locking, CancellationToken stop)
    {
        const string Select = "select app_id, secret, expires_at, forced_at from we_chat_ticket where kind = $1";
        await using var command = new NpgsqlCommand(locking ? Select + " for update" : Select, connection) { Parameters = { new() { Value = kind } } };
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        var forced = await reader.IsDBNullAsync(3, stop) ? (DateTimeOffset?)null : reader.GetFieldValue<DateTimeOffset>(3);
        return new Row(reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<DateTimeOffset>(2), forced);
    }

    private async Task StoreAsync(NpgsqlConnection connection, string kind, OpenedAccount account, Fetched fetched, DateTimeOffset? forced, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("update we_chat_ticket set app_id = $2, secret = $3, expires_at = $4, forced_at = $5 where kind = $1", connection)
        {
            Parameters =
            {
                new() { Value = kind },
                new() { Value = account.AppId },
                new() { Value = seal.Ticket(fetched.Secret) },
                new() { Value = clock.GetUtcNow() + fetched.Lasts },
                new() { Value = (object?)forced ?? DBNull.Value },
            },
        };
        await command.ExecuteNonQueryAsync(stop);
    }

    private sealed record Row(string AppId, byte[] Secret, DateTimeOffset ExpiresAt, DateTimeOffset? ForcedAt);

    private sealed record Fetched(string Secret, TimeSpan Lasts);
}
