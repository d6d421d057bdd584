using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ListRequests;

namespace UnionHall.Requests.ExportRequests;

[Needs(Permission.ExportRequests)]
internal sealed class ExportRequestsPage(ExportRequestsHandler handler, FilterChoices choices, ICurrentActor current, TimeProvider clock) : PageModel
{
    public InboxFilter Filter { get; private set; } = new();

    public IReadOnlyList<(string Text, string Without)> Chips { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync([FromForm] string? format, CancellationToken stop)
    {
        var asWorkbook = format == "xlsx";
        var file = await handler.HandleAsync(await current.GetAsync(stop), InboxFilter.Read(Request.Query) with { After = null }, asWorkbook, stop);
        if (file.Refusal is { } refusal)
        {
            this.Tell(refusal);
            return await ShowAsync(stop);
        }

        var name = $"诉求 {ChinaTime.Today(clock):yyyy-MM-dd}.{(asWorkbook ? "xlsx" : "csv")}";
        return File(file.Value!, asWorkbook ? TableWriter.XlsxType : TableWriter.CsvType, name);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        Filter = InboxFilter.Read(Request.Query) with { After = null };
        Chips = await choices.ChipsAsync(Filter, stop);
        return Page();
    }
}
