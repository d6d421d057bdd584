using UnionHall.Platform.Data;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Imports;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.ExportTable;

/// <summary>Writes what is in reach in the columns of the import, so that an edited export can be imported again; or the empty template.</summary>
internal sealed class ExportTableHandler(OrganisationDb db, UnitTreeCache trees, IEnumerable<IImportSheet> sheets, TimeProvider clock)
{
    /// <summary>Writes the rows.</summary>
    /// <param name="workbook">True for xlsx, false for CSV.</param>
    public async Task<int> WriteAsync(Actor actor, ImportKind kind, bool workbook, Stream stream, CancellationToken stop)
    {
        var rows = 0;
        using (var writer = Open(kind, workbook, stream))
        {
            await foreach (var row in Sheet(kind).ExportAsync(await trees.GetAsync(stop), actor, ChinaTime.Today(clock)).WithCancellation(stop))
            {
                writer.Write(row);
                rows++;
            }
        }

        db.Happened(new TableExported(kind, rows, SortableId.Next(clock.GetUtcNow())));
        await db.SaveAsync(actor, stop);
        return rows;
    }

    public void WriteTemplate(ImportKind kind, bool workbook, Stream stream) => Open(kind, workbook, stream).Dispose();

    private IImportSheet Sheet(ImportKind kind) => sheets.First(sheet => sheet.Kind == kind);

    private TableWriter Open(ImportKind kind, bool workbook, Stream stream)
    {
        TableColumn[] columns = [.. Sheet(kind).Columns.Select(column => new TableColumn(column.Heading, column.Choices))];
        return workbook ? TableWriter.Xlsx(stream, kind.Chinese(), columns) : TableWriter.Csv(stream, columns);
    }
}
