using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.ListReviews;

/// <summary>考核复核: what units ask not to be counted.</summary>
[Needs(Permission.SuperviseRequests)]
internal sealed class ListReviewsPage(ReviewQuery reviews, ICurrentActor current, TimeProvider clock) : PageModel
{
    /// <summary>decided, or those that wait.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public bool IsDecided => Show == "decided";

    public IReadOnlyList<ReviewRow> Rows { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => (Rows, Now) = (await reviews.ListAsync(await current.GetAsync(stop), IsDecided, stop), clock.GetUtcNow());
}
