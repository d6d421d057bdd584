using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ShareRequest;

/// <summary>给外面看: what is open to whom, every look on record, and the form for one more.</summary>
[Needs(Permission.ReadRequests)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShareRequestPage(ShareRequestHandler handler, CaseQuery cases, RequestsDb db, ICurrentActor current, TimeProvider clock) : PageModel
{
    private const string MadeKey = "share-made";

    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public ShareRequestForm Form { get; set; } = new();

    public CaseView Case { get; private set; } = null!;

    public IReadOnlyList<ShareItem> Items => ShareItems.Of(Case);

    public IReadOnlyList<CaseFile> Files => ShareItems.FilesOf(Case);

    public IReadOnlyList<RequestShare> Shares { get; private set; } = [];

    public ILookup<Guid, ShareLook> Looks { get; private set; } = Array.Empty<ShareLook>().ToLookup(look => look.ShareId);

    /// <summary>The address made just now: on this answer only, for it is kept nowhere.</summary>
    public string? Made { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await cases.FindAsync(actor, Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        var shared = await handler.HandleAsync(actor, found, Form, stop);
        if (shared.Refusal is not { } refusal)
        {
            TempData[MadeKey] = shared.Value;
            return LocalRedirect(CasePage.Address(Number) + "/shares");
        }

        this.Tell(refusal);
        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken stop)
    {
        var revoked = await handler.RevokeAsync(await current.GetAsync(stop), Number, Form.Share ?? Guid.Empty, stop);
        if (revoked.Refusal is not { } refusal)
        {
            TempData.Say("收回了，那个地址打不开了。");
            return LocalRedirect(CasePage.Address(Number) + "/shares");
        }

        this.Tell(refusal);
        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await cases.FindAsync(await current.GetAsync(stop), Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        Case = found;
        Made = TempData[MadeKey] as string;
        Shares = await db.Shares.AsNoTracking().Where(row => row.RequestId == found.Row.Id).OrderByDescending(row => row.Id).ToListAsync(stop);
        var keys = Shares.Select(share => share.Id).ToList();
        Looks = (await db.ShareLooks.AsNoTracking().Where(look => keys.Contains(look.ShareId)).OrderBy(look => look.Id).Take(500).ToListAsync(stop)).ToLookup(look => look.ShareId);
        return Page();
    }
}
