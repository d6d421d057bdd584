using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ListReviews;

namespace UnionHall.Requests.DecideReview;

[Needs(Permission.SuperviseRequests)]
internal sealed class DecideReviewPage(DecideReviewHandler handler, ReviewQuery reviews, ICurrentActor current) : PageModel
{
    [BindProperty]
    public DecideReviewForm Form { get; set; } = new();

    public ReviewView Review { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShowAsync(id, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        var result = await handler.HandleAsync(await current.GetAsync(stop), id, Form, stop);
        if (result.Refusal is not { } refusal)
        {
            TempData.Say("裁定好了，申请的单位看得到。");
            return LocalRedirect("/desk/follow-ups/reviews");
        }

        this.Tell(refusal);
        return await ShowAsync(id, stop);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken stop)
    {
        if (await reviews.FindAsync(await current.GetAsync(stop), id, stop) is not { } found)
        {
            return NotFound();
        }

        Review = found;
        return Page();
    }
}
