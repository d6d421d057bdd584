using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.OpenRequest;
using UnionHall.Text;

namespace UnionHall.Requests.OpenIdentity;

internal sealed class OpenIdentityForm : IValidatableObject
{
    public const int Longest = 200;

    [Required(ErrorMessage = "写一下理由，职工会看到。")]
    public string Reason { get; set; } = "";

    public string Words => PlainText.SingleLine(Reason);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PlainText.CountCodePoints(Words) is < 4 or > Longest)
        {
            yield return new ValidationResult($"理由写 4 到 {Longest} 个字，职工会看到。", [nameof(Reason)]);
        }
    }
}

[Needs(Permission.OpenIdentity)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OpenIdentityPage(OpenIdentityHandler handler, IdentityDesk desk, CaseQuery cases, ICurrentActor current, TimeProvider clock) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public OpenIdentityForm Form { get; set; } = new();

    public CaseView Case { get; private set; } = null!;

    /// <summary>The opened identity: on this answer only, never stored or linked to.</summary>
    public Person? Person { get; private set; }

    public bool NeedsSecondPerson => Case.Row.MatterType == MatterType.Report;

    /// <summary>What this reader asked for and nobody has decided yet.</summary>
    public IdentityAsk? Waiting { get; private set; }

    /// <summary>What was granted to this reader and is not over.</summary>
    public IdentityAsk? Consent { get; private set; }

    /// <summary>What others asked for, which this reader may decide.</summary>
    public IReadOnlyList<IdentityAsk> ToDecide { get; private set; } = [];

    public IReadOnlyList<IdentityAsk> Asks { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var opened = await handler.HandleAsync(await current.GetAsync(stop), Number, Form.Words, stop);
            Person = opened.Value;
            if (opened.Refusal is { } refusal)
            {
                this.Tell(refusal);
            }
        }

        return await ShowAsync(stop);
    }

    /// <summary>请另一位同志同意.</summary>
    public async Task<IActionResult> OnPostAskAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var asked = await handler.AskAsync(await current.GetAsync(stop), Number, Form.Words, stop);
            if (asked.Refusal is not { } refusal)
            {
                TempData.Say("申请了，会提醒另一位能看身份的同志。");
                return LocalRedirect(CasePage.Address(Number) + "/open-identity");
            }

            this.Tell(refusal);
        }

        return await ShowAsync(stop);
    }

    /// <summary>不申请了.</summary>
    public async Task<IActionResult> OnPostGiveUpAsync(CancellationToken stop)
    {
        var given = await handler.GiveUpAsync(await current.GetAsync(stop), Number, stop);
        if (given.Refusal is not { } refusal)
        {
            TempData.Say("不申请了。");
            return LocalRedirect(CasePage.Address(Number) + "/open-identity");
        }

        ModelState.Clear();
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
        if (NeedsSecondPerson && found.MayOpenIdentity)
        {
            Asks = await desk.AsksAsync(found.Row.Id, stop);
            Waiting = Asks.FirstOrDefault(ask => ask.IsOpen && ask.AskedBy == actor.Account);
            Consent = Asks.FirstOrDefault(ask => ask.Opens(actor.Account, clock.GetUtcNow()));
            ToDecide = [.. Asks.Where(ask => ask.IsOpen && ask.AskedBy != actor.Account)];
        }

        return Page();
    }
}
