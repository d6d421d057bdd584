using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Settings;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.ChangeTemplate;

/// <summary>Puts a version of a template in from a day on; those of later days give way to it.</summary>
internal sealed class ChangeTemplateHandler(RequestsDb db, TemplateBook book, WholeTree tree, SettingLog log, SettingsTurn turn, ServiceCatalogue services, TimeProvider clock)
{
    private static readonly Refusal Meanwhile = new("template-changed-meanwhile", "您打开以后，别人改过这个模板。请重新打开，看过新的再改。");

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ChangeTemplateForm form, CancellationToken stop) => turn.TakeAsync(() => ChangeAsync(actor, form, stop), stop);

    private async Task<IReadOnlyList<Refusal>> ChangeAsync(Actor actor, ChangeTemplateForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop) is { } shared)
        {
            return [shared];
        }

        var (text, refused) = await form.ReadAsync(services, book.Today, stop);
        var (from, basis) = (Basis.ReadDay(form.From, book.Today), Basis.Read(form.Basis));
        refused.AddRange(new[] { from.Refusal, basis.Refusal }.OfType<Refusal>());
        if (refused.Count > 0)
        {
            return refused;
        }

        var rows = await book.ListAsync(stop);
        var row = rows.FirstOrDefault(one => one.Shown.Code == form.Template);
        if (row?.Latest.Id != form.Version)
        {
            return [Meanwhile];
        }

        var code = row?.Shown.Code ?? CatalogueBook.NextCode(rows.Select(one => one.Shown.Code));
        return await SaveAsync(actor, ReplyTemplate.Of(code, text!, !form.Ends, from.Value, basis.Value!, clock.GetUtcNow()), row?.Latest, stop);
    }

    private async Task<IReadOnlyList<Refusal>> SaveAsync(Actor actor, ReplyTemplate after, ReplyTemplate? before, CancellationToken stop)
    {
        var lines = Lines(before, after);
        if (lines.Count == 0)
        {
            return [new Refusal("template-same", "和现在的一样，没有要改的。", nameof(ChangeTemplateForm.Words))];
        }

        var what = before is null ? "新加" : after.IsUsed ? "改动" : "停用";
        log.Add(actor, new SettingEntry(TemplateBook.Area, after.Code, what, after.ValidFrom, after.Basis, lines));
        db.Templates.RemoveRange(await db.Templates.Where(row => row.Code == after.Code && row.ValidFrom >= after.ValidFrom).ToListAsync(stop));
        db.Templates.Add(after);
        db.Context.Happened(new ReplyTemplateChanged(after.Code, after.IsUsed, after.ValidFrom));
        await db.SaveAsync(actor, stop);
        return [];
    }

    private static IReadOnlyList<SettingLine> Lines(ReplyTemplate? before, ReplyTemplate after) => SettingLine.Of(
    [
        ("名称", before?.Name, after.Name),
        ("用在哪里", before?.Use.Chinese(), after.Use.Chinese()),
        ("只给哪个事项", before?.Service, after.Service),
        ("内容", before?.Words, after.Words),
        ("在用", before is null ? null : Say(before), Say(after)),
    ]);

    private static string Say(ReplyTemplate row) => row.IsUsed ? "在用" : "停用";
}
