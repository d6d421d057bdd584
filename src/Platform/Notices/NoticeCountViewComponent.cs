using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices;

/// <summary>
/// The link to the notices with the number of unread ones, for both layouts: &lt;vc:notice-count /&gt;. Nothing for visitors.
/// Desk pages that stay open fetch it again when /live/notices speaks; workers' pages are too many for open streams.
/// </summary>
public sealed class NoticeCountViewComponent(UnreadNotices unread, ICurrentActor current) : ViewComponent
{
    /// <summary>The link, or nothing.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var actor = await current.GetAsync(HttpContext.RequestAborted);
        return actor.Account is { } account
            ? View("/Notices/Parts/NoticeCount.cshtml", new NoticeCount(await unread.OfAsync(account, HttpContext.RequestAborted), actor.IsStaff))
            : new HtmlContentViewComponentResult(HtmlString.Empty);
    }
}

/// <summary>What the link shows.</summary>
internal sealed record NoticeCount(int Unread, bool IsStaff)
{
    public string Address => IsStaff ? "/desk/notices" : "/notices";
}
