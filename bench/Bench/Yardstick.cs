using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Npgsql;

namespace UnionHall.Bench;

/// <summary>The same rows of the inbox, markup for markup, as hand-written HTML from raw Npgsql: what they cost when nothing helps the programmer.</summary>
internal static class Yardstick
{
    private const string Rows =
        """
        select r.reference, r.title, left(r.words, 80), r.state, r.visibility, r.channel, r.next_due_at, u.short_name, w.short_name, a.display_name, coalesce(o.dispatched_at, r.submitted_at)
        from request_reach x join request r on r.id = x.request_id join unit u on u.id = r.current_unit left join unit w on w.id = r.works_at
        left join account a on a.id = r.assignee
        left join lateral (select k.dispatched_at from work_order k where k.request_id = r.id and k.role = 'lead' order by k.finished_at is null desc, k.id desc limit 1) o on true
        where x.unit_id = $1 and x.is_open order by x.due_at, x.request_id limit 50
        """;

    private const string Ring =
        """<svg class="uh-ring uh-ring--late" width="24" height="24" viewBox="0 0 40 40" aria-hidden="true"><circle class="f" cx="20" cy="20" r="20"/><path class="g" stroke-width="5" d="M20 10v12M20 29.5v.1"/></svg>""";

    private const string Icon = """<svg class="uh-i" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 11 12 4l8 7M6 9.5V20h12V9.5M10 20v-6h4v6"/></svg>""";

    /// <summary>Leaves Chinese as it is, as the pages do.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

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
        var html = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><title>收件</title><body><table>", 90_000);
        await using var command = source.CreateCommand(Rows);
        command.Parameters.Add(new() { Value = unit });
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            Row(html, reader);
        }

        return html.Append("</table></body></html>").ToString();
    }

    private static void Row(StringBuilder html, NpgsqlDataReader row)
    {
        var (reference, title, due) = (row.GetString(0), Encoder.Encode(row.GetString(1)), row.GetFieldValue<DateTimeOffset>(6));
        html.Append("<tr data-row hx-get=\"/desk/requests/").Append(reference).Append("/preview\" hx-trigger=\"uh:current\" hx-target=\"#preview\"><td><label class=\"uh-tick\">");
        html.Append("<input type=\"checkbox\" name=\"Form.Requests\" value=\"").Append(reference).Append("\" aria-label=\"选中：").Append(title).Append("\"></label></td>\n");
        html.Append("<td><a class=\"due uh-plain\" href=\"/desk/requests/").Append(reference).Append("/clock\" data-peek=\"/desk/requests/").Append(reference).Append("/clock/peek\">");
        html.Append(Ring).Append("<span><b class=\"uh-late-text\">").Append((due - row.GetFieldValue<DateTimeOffset>(10)).Days.ToString(CultureInfo.InvariantCulture));
        html.Append(" 天</b><small>").Append(due.ToString("M月d日 HH:mm", CultureInfo.InvariantCulture)).Append("</small></span></a></td>\n");
        html.Append("<td><div class=\"uh-row\"><a class=\"t uh-clip\" href=\"/desk/requests/").Append(reference).Append("\" data-open>").Append(title).Append("</a>");
        html.Append("<span class=\"uh-tag uh-tag--late\">").Append(Icon).Append(row.GetString(3)).Append(row.GetString(4)).Append("</span></div>");
        html.Append("<div class=\"x uh-clip\">").Append(Encoder.Encode(row.GetString(2))).Append("</div></td>\n<td><span title=\"").Append(row.GetString(5)).Append("\" class=\"uh-ink2\">");
        html.Append(Icon).Append("<span class=\"visually-hidden\">").Append(row.GetString(5)).Append("</span></span></td>\n<td><div class=\"uh-clip\">").Append(Encoder.Encode(row.GetString(7)));
        html.Append("</div><div class=\"x uh-clip\">").Append(row.IsDBNull(8) ? "没说单位" : Encoder.Encode(row.GetString(8))).Append("</div></td>\n<td><span class=\"uh-muted small\">");
        html.Append(row.IsDBNull(9) ? "待领" : Encoder.Encode(row.GetString(9))).Append("</span></td></tr>\n");
    }
}
