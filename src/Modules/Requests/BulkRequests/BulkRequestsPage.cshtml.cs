using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.AssignRequest;

namespace UnionHall.Requests.BulkRequests;

internal sealed class BulkRequestsForm
{
    public const int Most = 50;

    public List<string> Requests { get; set; } = [];

    /// <summary>acknowledge, assign (asks for the colleague), assign-to or take-back.</summary>
    public string Act { get; set; } = "";

    public Guid? To { get; set; }

    /// <summary>Beside each request, who had it before it was given away; empty: nobody.</summary>
    public List<string?> Before { get; set; } = [];
}

[Needs(Permission.HandleRequests)]
internal sealed class BulkRequestsPage(BulkRequestsHandler handler, StaffDirectory staff, ICurrentActor current) : PageModel
{
    [BindProperty]
    public BulkRequestsForm Form { get; set; } = new();

    public IReadOnlyList<BulkOutcome>? Outcomes { get; private set; }

    public IReadOnlyList<StaffSummary> Colleagues { get; private set; } = [];

    public string Done { get; private set; } = "";

    public IActionResult OnGet() => LocalRedirect("/desk/requests");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        var chosen = Form.Requests.Take(BulkRequestsForm.Most).ToList();
        if (chosen.Count == 0)
        {
            return LocalRedirect("/desk/requests");
        }

        switch (Form.Act)
        {
            case "acknowledge":
                (Outcomes, Done) = (await handler.AcknowledgeAsync(actor, chosen, stop), "签收");
                break;
            case "assign-to":
                (Outcomes, Done) = (await handler.AssignAsync(actor, chosen, To, stop), "转交");
                break;
            case "take-back":
                (Outcomes, Done) = (await handler.TakeBackAsync(actor, chosen.Select((reference, at) => new Assignment(reference, To, Had(at))), stop), "撤回");
                break;
            default:
                var people = await staff.AtAsync([.. actor.Where(Permission.HandleRequests).Select(grant => grant.Unit).Distinct()], stop);
                Colleagues = [.. people.Where(one => one.Role.Allows(Permission.HandleRequests)).DistinctBy(one => one.AccountId)];
                break;
        }

        return Page();
    }

    private AccountId? To => Form.To is { } to ? new AccountId(to) : null;

    private AccountId? Had(int at) => at < Form.Before.Count && Guid.TryParse(Form.Before[at], out var account) ? new AccountId(account) : null;
}
