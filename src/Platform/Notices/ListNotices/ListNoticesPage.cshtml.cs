using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Notices.ReadNotice;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices.ListNotices;

[Authorize]
internal sealed class ListNoticesPage(NoticesQuery query, UnreadNotices unread, ReadNoticeHandler handler, ICurrentActor current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Notice> Rows { get; private set; } = [];

    public int Unread { get; private set; }

    public Guid? Next { get; private set; }

    public bool IsFirst { get; private set; }

    /// <summary>The address it was opened under: the desk has its own, for its own frame.</summary>
    public string Here => Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal) ? "/desk/notices" : "/notices";

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The line that stands for those shown; null for the whole list.</summary>
    public Guid? Digest { get; private set; }

    /// <summary>What is told later in one line.</summary>
    public IReadOnlyList<Notice> Gathered { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? after, Guid? digest, CancellationToken stop)
    {
        if ((await current.GetAsync(stop)).Account is not { } account)
        {
            return Challenge();
        }

        var rows = await query.PageAsync(account, after, digest, stop);
        Rows = [.. rows.Take(NoticesQuery.PageSize)];
        Next = rows.Count > NoticesQuery.PageSize ? Rows[^1].Id.Value : null;
        (IsFirst, Digest) = (after is null, digest);
        Gathered = IsFirst && digest is null ? await query.GatheredAsync(account, stop) : [];
        Unread = await unread.CountAsync(account, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken stop)
    {
        if ((await current.GetAsync(stop)).Account is not { } account)
        {
            return Challenge();
        }

        await handler.ReadAllAsync(account, stop);
        return Redirect(Here);
    }
}
