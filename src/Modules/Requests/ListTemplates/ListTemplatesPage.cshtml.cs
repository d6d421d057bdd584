using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Settings;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.ListTemplates;

/// <summary>答复模板: what the desk may start from.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ListTemplatesPage(TemplateBook book, ServiceCatalogue services, SettingLog log, TimeProvider clock) : PageModel
{
    public IReadOnlyList<DatedRow<ReplyTemplate>> Rows { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();

    public async Task OnGetAsync(CancellationToken stop)
    {
        Rows = await book.ListAsync(stop);
        names = (await services.ListAsync(stop)).ToDictionary(service => service.Code, service => service.Name);
        var titles = Rows.ToDictionary(row => row.Shown.Code, row => row.Shown.Name);
        History = new SettingHistory(await log.ListAsync(TemplateBook.Area, key: null, stop), clock.GetUtcNow(), titles);
    }

    public DateOnly Today => book.Today;

    public string For(DatedRow<ReplyTemplate> row) => row.Shown.Service is { } code ? names.GetValueOrDefault(code, "停用的事项") : "所有事项";
}
