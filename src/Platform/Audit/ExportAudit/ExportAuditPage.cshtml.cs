using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Audit.ListAudit;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Audit.ExportAudit;

[Needs(Permission.ReadAudit)]
internal sealed class ExportAuditPage(ExportAuditHandler handler, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var table = await handler.HandleAsync(await current.GetAsync(stop), Filter, stop);
        Response.Headers.CacheControl = "no-store";
        return File(table, TableWriter.CsvType, $"audit-{ChinaTime.Today(clock):yyyy-MM-dd}.csv");
    }
}
