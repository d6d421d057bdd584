using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Macros;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ChangeMacro;

/// <summary>Puts a version of a macro in from a day on; those of later days give way to it.</summary>
internal sealed class ChangeMacroHandler(RequestsDb db, MacroBook book, WholeTree tree, SettingLog log, SettingsTurn turn, TimeProvider clock)
{
    private static readonly Refusal Meanwhile = new("macro-changed-meanwhile", "您打开以后，别人改过这一套。请重新打开，看过新的再改。");

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ChangeMacroForm form, CancellationToken stop) => turn.TakeAsync(() => ChangeAsync(actor, form, stop), stop);

    private async Task<IReadOnlyList<Refusal>> ChangeAsync(Actor actor, ChangeMacroForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop) is { } shared)
        {
            return [shared];
        }

        var (name, steps, refused) = form.Read();
        var (from, basis) = (Basis.ReadDay(form.From, book.Today), Basis.Read(form.Basis));
        refused.AddRange(new[] { from.Refusal, basis.Refusal }.OfType<Refusal>());
        if (refused.Count > 0)
        {
            return refused;
        }

        var rows = await book.ListAsync(stop);
        var before = rows.FirstOrDefault(one => one.Shown.Code == form.Macro)?.Latest;
        if (before?.Id != form.Version)
        {
            return [Meanwhile];
        }

        var code = before?.Code ?? CatalogueBook.NextCode(rows.Select(one => one.Shown.Code));
        return await SaveAsync(actor, Macro.Of(code, name, steps, !form.Ends, from.Value, basis.Value!, clock.GetUtcNow()), before, stop);
    }

    private async Task<IReadOnlyList<Refusal>> SaveAsync(Actor actor, Macro after, Macro? before, CancellationToken stop)
    {
        var lines = SettingLine.Of([("名称", before?.Name, after.Name), ("做什么", Say(before), Say(after)), ("在用", before is null ? null : Used(before), Used(after))]);
        if (lines.Count == 0)
        {
            return [new Refusal("macro-same", "和现在的一样，没有要改的。")];
        }

        log.Add(actor, new SettingEntry(MacroBook.Area, after.Code, before is null ? "新加" : after.IsUsed ? "改动" : "停用", after.ValidFrom, after.Basis, lines));
        db.Macros.RemoveRange(await db.Macros.Where(row => row.Code == after.Code && row.ValidFrom >= after.ValidFrom).ToListAsync(stop));
        db.Macros.Add(after);
        db.Context.Happened(new MacroChanged(after.Code, after.IsUsed, after.ValidFrom));
        await db.SaveAsync(actor, stop);
        return [];
    }

    private static string? Say(Macro? macro) => macro is null ? null : string.Join('；', macro.Each.Select(step => step.Say()));

    private static string Used(Macro macro) => macro.IsUsed ? "在用" : "停用";
}
