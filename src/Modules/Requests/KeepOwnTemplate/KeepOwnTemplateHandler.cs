using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.KeepOwnTemplate;

/// <summary>Keeps, changes or throws away a template of one's own.</summary>
internal sealed class KeepOwnTemplateHandler(RequestsDb db, TemplateBook book, ServiceCatalogue services, TimeProvider clock)
{
    private const int Most = 50;

    private static readonly Refusal Gone = new("template-gone", "这个模板已经不在了，可能在别的窗口删了。");

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public async Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, KeepOwnTemplateForm form, CancellationToken stop)
    {
        var (text, refused) = await form.ReadAsync(services, book.Today, stop);
        if (text is null || actor.Account is not { } owner)
        {
            return refused;
        }

        if (await KeptAsync(owner, form.Template, text, stop) is not { } kept)
        {
            return [form.Template is null ? new Refusal("templates-many", $"自己的模板最多 {Most} 个，先删几个不用的。") : Gone];
        }

        db.Context.Happened(new OwnTemplateKept(kept.Id));
        await db.SaveAsync(actor, stop);
        return [];
    }

    public async Task ForgetAsync(Actor actor, Guid template, CancellationToken stop)
    {
        if (actor.Account is { } owner && await FindAsync(owner, template, stop) is { } found)
        {
            db.Templates.Remove(found);
            db.Context.Happened(new OwnTemplateForgotten(found.Id));
            await db.SaveAsync(actor, stop);
        }
    }

    private async Task<ReplyTemplate?> KeptAsync(AccountId owner, Guid? template, TemplateText text, CancellationToken stop)
    {
        if (template is { } id)
        {
            return (await FindAsync(owner, id, stop))?.Become(text, isUsed: true, "");
        }

        if (await db.Templates.CountAsync(row => row.Owner == owner, stop) >= Most)
        {
            return null;
        }

        return db.Templates.Add(ReplyTemplate.OwnOf(owner, text, book.Today, clock.GetUtcNow())).Entity;
    }

    private Task<ReplyTemplate?> FindAsync(AccountId owner, Guid template, CancellationToken stop) =>
        db.Templates.SingleOrDefaultAsync(row => row.Owner == owner && row.Id == template, stop);
}

/// <summary>As typed.</summary>
internal sealed class KeepOwnTemplateForm : TemplateForm
{
    /// <summary>The one to change; null: a new one.</summary>
    public Guid? Template { get; set; }
}
