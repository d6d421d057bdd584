using UnionHall.Platform.Audit.ListAudit;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Audit.ExportAudit;

/// <summary>The audit log as CSV. That it was taken out is on the record before the first line is written.</summary>
internal sealed class ExportAuditHandler(AppDbContext db, AuditQuery query, EventLabels labels)
{
    private static readonly TableColumn[] Columns =
        [.. new[] { "时间", "谁", "账号", "网络地址", "做了什么", "事件", "对什么", "对象编号", "原因", "内容", "记录编号" }.Select(heading => new TableColumn(heading))];

    /// <returns>A file that goes when it is closed, at its beginning.</returns>
    public async Task<Stream> HandleAsync(Actor actor, AuditFilter filter, CancellationToken stop)
    {
        db.Happened(new AuditExported(actor.Account?.Value ?? Guid.Empty, filter.Person, filter.Kind, filter.About, filter.From, filter.To));
        await db.SaveAsync(actor, stop);
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var table = TableWriter.Csv(file, Columns))
        {
            await foreach (var entry in query.Stream(filter).WithCancellation(stop))
            {
                table.Write(Row(entry));
            }
        }

        file.Position = 0;
        return file;
    }

    private object?[] Row(AuditEntry entry) =>
    [
        ChinaTime.In(entry.At).ToString("yyyy-MM-dd HH:mm:ss"),
        entry.ActorName,
        entry.Account?.ToString(),
        entry.Address,
        labels.Event(entry.What),
        entry.What,
        labels.Field(entry.What, entry.SubjectKind),
        entry.SubjectId.ToString(),
        entry.Reason,
        entry.Data,
        entry.Id.ToString(),
    ];
}
