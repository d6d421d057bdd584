using Microsoft.AspNetCore.Mvc;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ReadClock;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.AskClock;

[Needs(Permission.HandleRequests)]
internal sealed class AskClockPage(AskClockHandler handler, TemplatePicker templates, ClockQuery clocks, ICurrentActor current) : ClockVerbPage<AskClockForm>(clocks, current)
{
    public TemplateOffer Templates { get; private set; } = TemplateOffer.None;

    protected override string Said => "申请交上去了，批了会告诉您。";

    protected override string Back => $"{CasePage.Address(Number)}/clock";

    /// <summary>Puts a template in and asks nothing.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(Guid template, CancellationToken stop)
    {
        var actor = await ActorAsync(stop);
        ModelState.Clear();
        if (!await FindAsync(actor, stop))
        {
            return this.CaseNotFound(Number);
        }

        Form.Reason = await templates.PutAsync(Form.Reason, template, Templates, View.Case, actor, stop);
        return Page();
    }

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);

    protected override async Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        if (!await base.FindAsync(actor, stop))
        {
            return false;
        }

        Templates = await templates.OfferAsync(TemplateUse.Extension, View.Case, actor, stop);
        return true;
    }
}
