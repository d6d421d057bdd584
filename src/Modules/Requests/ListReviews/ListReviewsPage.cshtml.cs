using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.ListReviews;

/// <summary>考核复核: what units ask not to be counted.</summary>
[Needs(Permission.SuperviseRequests)]
internal sealed class ListReviewsPage(ReviewQuery reviews, ICurrentActor current, TimeProvider clock) : PageModel
{
    /// <summary>decided, or those that wait.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public bool IsDecided => Show == "decided";

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ReviewPage Reviews { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => (Reviews, Now) = (await reviews.ListAsync(await current.GetAsync(stop), IsDecided, TimeCursor.Read(After), stop), clock.GetUtcNow());
}
