using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices.ReadNotice;

/// <summary>Marks the notice as read and leads on. Someone else's notice is as missing as one that never was.</summary>
[Authorize]
internal sealed class ReadNoticePage(ReadNoticeHandler handler, ICurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        (await current.GetAsync(stop)).Account is { } account && await handler.ReadAsync(account, id, stop) is { } link
            ? LocalRedirect(link)
            : NotFound();
}
