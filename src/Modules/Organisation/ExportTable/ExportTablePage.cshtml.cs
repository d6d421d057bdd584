using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Imports;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.ExportTable;

/// <summary>A download of what is in reach; each kind asks for its own permission.</summary>
internal sealed class ExportTablePage(ImportShelf shelf, ICurrentActor current, ExportTableHandler handler, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string kind, string? format, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (ImportKinds.Parse(kind) is not { } wanted)
        {
            return NotFound();
        }

        if (!actor.Can(shelf.Sheet(wanted).Permission))
        {
            return Forbid();
        }

        var workbook = format != "csv";
        var file = TemporaryFile.Create();
        await handler.WriteAsync(actor, wanted, workbook, file, stop);
        file.Position = 0;
        return File(file, workbook ? TableWriter.XlsxType : TableWriter.CsvType, $"{wanted.Chinese()} {ChinaTime.Today(clock):yyyy-MM-dd}.{(workbook ? "xlsx" : "csv")}");
    }
}
