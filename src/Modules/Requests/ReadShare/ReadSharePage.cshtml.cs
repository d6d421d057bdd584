using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ReadShare;

internal sealed class ReadShareForm
{
    public string? Words { get; set; }

    public List<IFormFile> Uploads { get; set; } = [];
}

/// <summary>What was opened to somebody outside: no index, no referrer, on no disk, marked with his name throughout.</summary>
[EnableRateLimiting(RateLimits.TrackPolicy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReadSharePage(ReadShareHandler handler) : PageModel
{
    [BindProperty]
    public ReadShareForm Form { get; set; } = new();

    public RequestShare? Share { get; private set; }

    public IReadOnlyList<GivenAnswer> Items { get; private set; } = [];

    public IReadOnlyList<FileSummary> Files { get; private set; } = [];

    private string? Address => HttpContext.Connection.RemoteIpAddress?.ToString();

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken stop)
    {
        if (await handler.FindAsync(token, stop) is { } share)
        {
            await handler.NoteAsync(share, "page", Address, stop);
        }

        return await ShowAsync(token, stop);
    }

    public async Task<IActionResult> OnGetFileAsync(string token, Guid id, CancellationToken stop)
    {
        Guard();
        return await handler.OpenFileAsync(token, id, Address, stop) is { } found
            ? File(found.Content, found.File.MediaType, found.File.OriginalName)
            : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken stop)
    {
        var answered = await handler.AnswerAsync(token, Form.Words, Form.Uploads, Address, stop);
        if (answered.Refusal is not { } refusal)
        {
            TempData.Say("收到了，谢谢。");
            return LocalRedirect($"/shared/{Uri.EscapeDataString(token)}");
        }

        ModelState.Add(refusal);
        return await ShowAsync(token, stop);
    }

    private async Task<IActionResult> ShowAsync(string token, CancellationToken stop)
    {
        Guard();
        Share = await handler.FindAsync(token, stop);
        if (Share is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        Items = JsonSerializer.Deserialize<GivenAnswer[]>(Share.Items, ChangeRecorder.Json) ?? [];
        Files = await handler.FilesAsync(Share, stop);
        return Page();
    }

    private void Guard()
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
