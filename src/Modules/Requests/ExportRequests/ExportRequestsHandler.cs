using UnionHall.Platform.Data;
using System.Globalization;
using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Intake;
using UnionHall.Requests.ListRequests;

namespace UnionHall.Requests.ExportRequests;

/// <summary>Writes what a list shows into a file, within scope and on the record. Identities are never in it; of hidden and anonymous requests neither title, words nor unit.</summary>
internal sealed class ExportRequestsHandler(
    NpgsqlDataSource source, InboxReach reach, UnitDirectory units, ServiceCatalogue catalogue, IdentitySeal seal, RequestsDb db, TimeProvider clock)
{
    public const int Most = 50_000;

    private static readonly string[] Headings =
    [
        "编号", "标题", "原话", "到哪一步", "类型", "分类", "事项", "来处", "身份", "首接单位", "现在的单位", "职工单位",
        "收到", "答应职工", "首次回应", "答复", "办结", "结果", "评价", "没解决次数",
    ];

    /// <summary>The finished file, which deletes itself when closed; refuses a list that is too long.</summary>
    public async Task<Result<Stream>> HandleAsync(Actor actor, InboxFilter filter, bool asWorkbook, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var sql = new InboxSql(filter, await reach.OfAsync(actor, filter.Unit, stop, Permission.ExportRequests), actor, seal, now);
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var count = await WriteAsync(file, sql, asWorkbook, stop);
        if (count > Most)
        {
            await file.DisposeAsync();
            return new Refusal("too-many-rows", $"一次最多导出 {Most:#,0} 件，请先按时间或单位筛一筛。");
        }

        db.Context.Happened(new RequestsExported(SortableId.Next(now), count, asWorkbook ? "xlsx" : "csv", filter.At("", without: "q")[1..]));
        await db.SaveAsync(actor, stop);
        file.Position = 0;
        return file;
    }

    private async Task<int> WriteAsync(FileStream file, InboxSql sql, bool asWorkbook, CancellationToken stop)
    {
        TableColumn[] columns = [.. Headings.Select(heading => new TableColumn(heading))];
        using var writer = asWorkbook ? TableWriter.Xlsx(file, "诉求", columns) : TableWriter.Csv(file, columns);
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(sql.Download(Most + 1));
        await using var reader = await batch.ExecuteReaderAsync(stop);
        var count = 0;
        while (await reader.ReadAsync(stop))
        {
            writer.Write(await CellsAsync(reader, stop));
            count++;
        }

        return count;
    }

    private async Task<IReadOnlyList<object?>> CellsAsync(NpgsqlDataReader row, CancellationToken stop) =>
    [
        row.GetString(0), Text(row, 1), Text(row, 2), EnumText.Parse<RequestState>(row.GetString(3)).Chinese(), EnumText.Parse<MatterType>(row.GetString(4)).Chinese(),
        await catalogue.CategoryNameAsync(row.GetString(5), stop), row.GetString(6), EnumText.Parse<Channel>(row.GetString(7)).Chinese(),
        EnumText.Parse<Visibility>(row.GetString(8)).Chinese(), await UnitAsync(row, 9, stop), await UnitAsync(row, 10, stop), await UnitAsync(row, 11, stop),
        Time(row, 12), Time(row, 13), Time(row, 14), Time(row, 15), Time(row, 16),
        EnumText.TryParse<Outcome>(Text(row, 17))?.Chinese(), EnumText.TryParse<Rating>(Text(row, 18))?.Chinese(), row.GetInt32(19),
    ];

    private async Task<string?> UnitAsync(NpgsqlDataReader row, int column, CancellationToken stop) =>
        row.IsDBNull(column) ? null : (await units.FindAsync(new UnitId(row.GetGuid(column)), stop))?.Name;

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column)
        ? null
        : ChinaTime.In(row.GetFieldValue<DateTimeOffset>(column)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
