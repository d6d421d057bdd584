using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;

namespace UnionHall.Requests.SayFeedback;

/// <summary>说说办得怎么样: opened by the link of the closing message or from one's own request. Asking for it changes nothing.</summary>
internal sealed class SayFeedbackPage(SayFeedbackHandler handler, FeedbackWindow window, RequestsDb db, ICurrentActor actors) : PageModel
{
    [BindProperty]
    public SayFeedbackForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public Request Asked { get; private set; } = null!;

    /// <summary>Said before; it may still be changed.</summary>
    public WorkerWord? Before { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>His page asks in place of a caller.</summary>
    public bool AsksContact { get; private set; }

    public bool IsSaid { get; private set; }

    public Task<IActionResult> OnGetAsync(string reference, CancellationToken stop) => ShowAsync(reference, fill: true, stop);

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken stop)
    {
        var result = await handler.HandleAsync(await actors.GetAsync(stop), reference, Token, Form, stop);
        if (result.Refusal is not { } refusal)
        {
            IsSaid = true;
            return await ShowAsync(reference, fill: false, stop);
        }

        ModelState.Add(refusal);
        return await ShowAsync(reference, fill: false, stop);
    }

    private async Task<IActionResult> ShowAsync(string reference, bool fill, CancellationToken stop)
    {
        if (IsSaid)
        {
            return Page();
        }

        if (await handler.FindAsync(await actors.GetAsync(stop), reference, Token, stop) is not { } request)
        {
            return LocalRedirect(WorkerDesk.DoorOf(reference));
        }

        Asked = request;
        IsOpen = await window.IsOpenAsync(request, stop);
        Before = await db.WorkerWords.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == request.Id && row.Round == request.Round, stop);
        AsksContact = await db.FollowUps.AnyAsync(row => row.RequestId == request.Id && row.Round == request.Round && row.State == FollowUpState.Open && row.Means == FollowUpMeans.OwnPage, stop);
        Response.StatusCode = IsOpen ? Response.StatusCode : StatusCodes.Status410Gone;
        if (fill && Before is { } said)
        {
            Form = new SayFeedbackForm { Solved = Code(said.Solved), Rating = Code(said.Rating), Reasons = said.Reasons, Words = said.Words };
        }

        return Page();
    }

    private static string? Code<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } some ? EnumText.Code(some) : null;
}
