using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.ListOwnTemplates;

/// <summary>我的模板: what a handler wrote for himself.</summary>
[Needs(Permission.HandleRequests)]
internal sealed class ListOwnTemplatesPage(TemplateBook book, ServiceCatalogue services, ICurrentActor current) : PageModel
{
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();

    public IReadOnlyList<ReplyTemplate> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Rows = (await current.GetAsync(stop)).Account is { } account ? await book.OwnAsync(account, stop) : [];
        names = (await services.ListAsync(stop)).ToDictionary(service => service.Code, service => service.Name);
    }

    public string For(ReplyTemplate row) => row.Service is { } code ? names.GetValueOrDefault(code, "停用的事项") : "所有事项";
}
