using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ShowReceipt;

namespace UnionHall.Requests.Registered;

/// <summary>The slip: reference and passphrase to read aloud or print, for half an hour.</summary>
[Needs(Permission.RegisterRequests)]
[ResponseCache(NoStore = true)]
internal sealed class RegisteredPage(Receipts receipts, RequestDesk desk, ICurrentActor current) : PageModel
{
    public Receipt? Receipt { get; private set; }

    /// <summary>True when whoever registered it may also open it.</summary>
    public bool MayOpen { get; private set; }

    public string Reader { get; private set; } = "";

    public async Task OnGetAsync(string? token, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        Reader = actor.Account?.ToString() ?? "";
        Receipt = receipts.Open(token);
        if (Receipt is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        MayOpen = await desk.FindAsync(actor, Receipt.Reference, stop) is not null;
    }
}
