using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.ListServices;

/// <summary>能帮您的: the catalogue by category, with search.</summary>
internal sealed class ListServicesPage(ServiceCatalogue catalogue) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    public IReadOnlyList<IGrouping<string, ServiceSummary>> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var wanted = Search?.Trim() ?? "";
        var tops = (await catalogue.TopCategoriesAsync(stop)).ToList();
        var services = await catalogue.ListAsync(stop);
        Groups = [.. services
            .Where(service => $"{service.Name} {service.Description} {service.CategoryName}".Contains(wanted, StringComparison.OrdinalIgnoreCase))
            .GroupBy(service => service.CategoryName.Split(" / ")[0])
            .OrderBy(group => tops.IndexOf(group.Key))];
    }
}
