using System.Globalization;
using System.Net;
using System.Text;
using Npgsql;

namespace UnionHall.Bench;

/// <summary>The same inbox rows as hand-written HTML from raw Npgsql: what the page costs when nothing helps the programmer.</summary>
internal static class Yardstick
{
    private const string Rows =
        """
        select r.reference, r.title, left(r.words, 80), r.state, r.visibility, r.channel, r.next_due_at, u.short_name
        from request_reach x join request r on r.id = x.request_id join unit u on u.id = r.current_unit
        where x.unit_id = $1 and x.is_open order by x.due_at, x.request_id limit 50
        """;

    public static async Task RunAsync(string connection, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var source = NpgsqlDataSource.Create(connection);
        await using var app = builder.Build();
        app.MapGet("/inbox", async (Guid unit, HttpContext http) =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(await PageAsync(source, unit, http.RequestAborted));
        });
        app.MapGet("/", () => "ready");
        await app.RunAsync();
    }

    private static async Task<string> PageAsync(NpgsqlDataSource source, Guid unit, CancellationToken stop)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><title>收件</title><body><table>", 24_000);
        await using var command = source.CreateCommand(Rows);
        command.Parameters.Add(new() { Value = unit });
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            html.Append("<tr><td>").Append(reader.GetFieldValue<DateTimeOffset>(6).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture));
            html.Append("<td><a href=\"/desk/requests/").Append(reader.GetString(0)).Append("\">").Append(WebUtility.HtmlEncode(reader.GetString(1))).Append("</a><br>");
            html.Append(WebUtility.HtmlEncode(reader.GetString(2)));
            for (var column = 3; column <= 5; column++)
            {
                html.Append("<td>").Append(reader.GetString(column));
            }

            html.Append("<td>").Append(WebUtility.HtmlEncode(reader.GetString(7)));
        }

        return html.Append("</table></body></html>").ToString();
    }
}
