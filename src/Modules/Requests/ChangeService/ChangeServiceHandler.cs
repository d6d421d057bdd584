using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ChangeService;

internal sealed class ChangeServiceHandler(RequestsDb db, ServicePlanning planning, CatalogueBook book, SettingLog log, SettingsTurn turn)
{
    /// <summary>Puts a new version in the place of what was, from a day on; the plan says what was wrong.</summary>
    public Task<ServicePlan> HandleAsync(Actor actor, string code, ServiceForm form, CancellationToken stop) =>
        turn.TakeAsync(() => ChangeAsync(actor, code, form, stop), stop);

    private async Task<ServicePlan> ChangeAsync(Actor actor, string code, ServiceForm form, CancellationToken stop)
    {
        var plan = await planning.PlanAsync(actor, code, form, stop);
        if (plan is { Next: { } next, Versions: { } versions })
        {
            var what = versions.IsLive(book.Today) ? "改动" : "重新启用";
            versions.Replace(next);
            db.Services.Add(next);
            log.Add(actor, new SettingEntry(CatalogueBook.ServiceArea, code, what, next.ValidFrom, next.Basis, plan.Lines));
            db.Context.Happened(new ServiceChanged(code, next.ValidFrom));
            await db.SaveAsync(actor, stop);
        }

        return plan;
    }
}
