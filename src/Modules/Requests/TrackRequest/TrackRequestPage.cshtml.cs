using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;

namespace UnionHall.Requests.TrackRequest;

internal sealed class TrackRequestForm
{
    public string? Reference { get; set; }

    public string? Passphrase { get; set; }
}

/// <summary>看进度: reference and passphrase open a request without an account.</summary>
[EnableRateLimiting(RateLimits.TrackPolicy)]
internal sealed class TrackRequestPage(TrackRequestHandler handler, TrackingPass pass) : PageModel
{
    [BindProperty]
    public TrackRequestForm Form { get; set; } = new();

    public void OnGet(string? reference) => Form.Reference = Requests.Reference.Parse(reference);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var opened = await handler.HandleAsync(Form.Reference, Form.Passphrase, stop);
        if (opened.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        pass.Give(opened.Value);
        return LocalRedirect($"/requests/track/{Requests.Reference.Parse(Form.Reference)}");
    }
}
