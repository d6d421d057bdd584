using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Collectives;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ListParticipants;

internal sealed class RepresentativesForm
{
    /// <summary>References of those who speak for the others.</summary>
    public List<string> Chosen { get; set; } = [];
}

/// <summary>参与的人: who they are, who speaks for them, how more of them join.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ListParticipantsPage(RepresentativesHandler handler, ParticipantQuery query, JoinLinks links, CaseQuery cases, RequestSettings settings, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public RepresentativesForm Form { get; set; } = new();

    public CaseView Case { get; private set; } = null!;

    public IReadOnlyList<ParticipantRow> People { get; private set; } = [];

    /// <summary>The address by which more join; null while there is none.</summary>
    public string? JoinAddress { get; private set; }

    public int Most { get; private set; }

    public int From { get; private set; }

    public bool MayAct => Case.May(Act.Contact) || Case.May(Act.Merge);

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        await SaidAsync(await handler.NameAsync(await current.GetAsync(stop), Number, Form, stop), "代表记下了。", stop);

    /// <summary>给一个加入的地址, or another one in its place.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken stop) =>
        await SaidAsync(await handler.LinkAsync(await current.GetAsync(stop), Number, stop), "地址做好了，发给有同样情况的职工。", stop);

    /// <summary>停用这个地址.</summary>
    public async Task<IActionResult> OnPostStopLinkAsync(CancellationToken stop) =>
        await SaidAsync(await handler.StopLinkAsync(await current.GetAsync(stop), Number, stop), "停用了，原来的地址打不开了。", stop);

    private async Task<IActionResult> SaidAsync(Result result, string said, CancellationToken stop)
    {
        if (result.Refusal is not { } refusal)
        {
            TempData.Say(said);
            return LocalRedirect(CasePage.Address(Number) + "/participants");
        }

        this.Tell(refusal);
        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await cases.FindAsync(actor, Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        Case = found;
        People = await query.OfAsync(actor, found.Row.Id, stop);
        JoinAddress = await links.FindAsync(found.Row.Id, stop);
        var numbers = (await settings.InForceAsync(stop)).Same;
        (Most, From) = (numbers.RepresentativesMost, numbers.RepresentativesFrom);
        return Page();
    }
}
