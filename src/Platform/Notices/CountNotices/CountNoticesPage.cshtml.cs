using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices.CountNotices;

/// <summary>The link with the count alone, for pages that stay open.</summary>
[Authorize, Unattended]
internal sealed class CountNoticesPage : PageModel
{
    public void OnGet() => Response.Headers.CacheControl = "no-store";
}
