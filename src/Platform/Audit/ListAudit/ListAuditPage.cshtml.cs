using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Audit.ListAudit;

[Needs(Permission.ReadAudit)]
internal sealed class ListAuditPage(AuditQuery query, AuditVerifier verifier, VerifyAuditHandler handler, ICurrentActor current, EventLabels labels, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilter Filter { get; set; } = new();

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    /// <summary>The last key of this page, when there are older entries.</summary>
    public Guid? Next { get; private set; }

    public bool IsFirst { get; private set; }

    public AuditVerdict? Last { get; private set; }

    public IReadOnlyDictionary<string, string> Events => labels.Events;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(Guid? after, CancellationToken stop)
    {
        var rows = await query.PageAsync(Filter, after, stop);
        Rows = [.. rows.Take(AuditQuery.PageSize)];
        Next = rows.Count > AuditQuery.PageSize ? Rows[^1].Entry.Id : null;
        IsFirst = after is null;
        Last = await verifier.LastAsync(stop);
    }

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken stop)
    {
        await handler.HandleAsync(await current.GetAsync(stop), stop);
        return Redirect("/admin/audit");
    }

    /// <summary>The same filter as a query, with what is added to it.</summary>
    public string Address(string page, Guid? after = null, string? person = null, string? about = null) => page + QueryString.Create(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["person"] = person ?? Filter.Person,
            ["kind"] = Filter.Kind,
            ["about"] = about ?? Filter.About,
            ["from"] = Filter.From?.ToString("yyyy-MM-dd"),
            ["to"] = Filter.To?.ToString("yyyy-MM-dd"),
            ["after"] = after?.ToString(),
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
