using Microsoft.AspNetCore.Mvc;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.OpenRequest;

/// <summary>A verb page on which the worker is written to: with templates to start from.</summary>
internal abstract class WritingPage<TForm>(TemplateUse use, TemplatePicker templates, CaseQuery cases, EntryFiles files, ICurrentActor current)
    : CaseFilesPage<TForm>(cases, files, current)
    where TForm : EntryForm, new()
{
    public TemplateOffer Templates { get; private set; } = TemplateOffer.None;

    /// <summary>Puts a template in and sends nothing.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(Guid template, CancellationToken stop)
    {
        var actor = await ActorAsync(stop);
        var taken = await TakeAsync(actor, stop);
        ModelState.Clear();
        if (taken.Refusal is { } refusal)
        {
            this.Tell(refusal);
        }

        if (!await FindAsync(actor, stop))
        {
            return this.CaseNotFound(Number);
        }

        Form.Text = await templates.PutAsync(Form.Text, template, Templates, Case, actor, stop);
        return Page();
    }

    protected override async Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        if (!await base.FindAsync(actor, stop))
        {
            return false;
        }

        Templates = await templates.OfferAsync(use, Case, actor, stop);
        return true;
    }
}
