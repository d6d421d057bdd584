using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.People.ExportProfile;

/// <summary>The worker's copy of his data, as a file. By POST, so that no other site can make a browser fetch it.</summary>
[Authorize]
internal sealed class ExportProfilePage(ExportProfileQuery query, PersonDirectory people, ICurrentActor current) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public IActionResult OnGet() => LocalRedirect("/account/profile");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await people.OfAccountAsync(actor.Account!.Value, stop) is not { } id)
        {
            return LocalRedirect("/account");
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(JsonSerializer.SerializeToUtf8Bytes(await query.ReadAsync(actor, id, stop), Readable), "application/json", "我的资料.json");
    }
}
