using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Messaging;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Checks;

namespace UnionHall.Requests.OpenRequest;

[Needs(Permission.ReadRequests)]
internal sealed class OpenRequestPage(CaseQuery cases, WitnessQuery witnesses, CheckBook checks, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    /// <summary>Which lines of the timeline: public, internal or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string Show { get; set; } = "";

    /// <summary>What the composer writes: reply, note or ask.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Write { get; set; }

    public CaseView Case { get; private set; } = null!;

    public Witnesses Said { get; private set; } = Witnesses.None;

    public IReadOnlyList<CheckRow> Checks { get; private set; } = [];

    public AccountId? Me { get; private set; }

    /// <summary>A letter to a box that he reads.</summary>
    public bool ReadsBox { get; private set; }

    public EntryForm Form { get; } = new();

    /// <summary>None: what is refused is shown again on the page of its act.</summary>
    public IReadOnlyList<FileSummary> Files { get; } = [];

    /// <summary>The acts of the composer, in order, that are allowed now.</summary>
    public IReadOnlyList<(string Slug, string Tab, string Button)> Composer { get; private set; } = [];

    public (string Slug, string Tab, string Button) Writing { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await cases.FindAsync(actor, Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        (Case, Me) = (found, actor.Account);
        ReadsBox = found.Row.MailBox is { } box && actor.Grants.Any(grant => grant.Unit == MailRoom.PlaceOf(box));
        Checks = await checks.OfAsync(found.Row.Id, found.Row.Round, found.Row.ServiceId, stop);
        Said = await witnesses.OfAsync(found, stop);
        Composer = [.. Tabs(found).Where(tab => found.May(tab.Act)).Select(tab => (tab.Slug, tab.Tab, tab.Button))];
        Writing = Composer.FirstOrDefault(tab => tab.Slug == Write) is { Slug: not null } wanted ? wanted : Composer.FirstOrDefault();
        return Page();
    }

    private static IEnumerable<(Act Act, string Slug, string Tab, string Button)> Tabs(CaseView seen) =>
    [
        .. seen.Draft is null ? [(Act.Reply, "reply", "答复职工 · 他会看到", seen.Row.NeedsApproval ? "交上去批" : "发出，请他确认")] : Array.Empty<(Act, string, string, string)>(),
        (Act.Note, "note", "内部记录 · 他看不到", "记下"),
        (Act.Ask, "ask", "问他一句", "问他"),
    ];
}
