using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.ExportTable;
using UnionHall.Organisation.Imports;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.DownloadTemplate;

/// <summary>The empty workbook of an import; each kind asks for its own permission.</summary>
internal sealed class DownloadTemplatePage(ImportShelf shelf, ICurrentActor current, ExportTableHandler handler) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken stop)
    {
        if (ImportKinds.Parse(kind) is not { } wanted)
        {
            return NotFound();
        }

        if (!(await current.GetAsync(stop)).Can(shelf.Sheet(wanted).Permission))
        {
            return Forbid();
        }

        var file = new MemoryStream();
        handler.WriteTemplate(wanted, workbook: true, file);
        file.Position = 0;
        return File(file, TableWriter.XlsxType, $"{wanted.Chinese()}导入模板.xlsx");
    }
}
