using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.AddService;

internal sealed class AddServiceHandler(RequestsDb db, ServicePlanning planning, SettingLog log, SettingsTurn turn)
{
    /// <summary>Adds a service; the plan says what was wrong.</summary>
    public Task<ServicePlan> HandleAsync(Actor actor, ServiceForm form, CancellationToken stop) => turn.TakeAsync(() => AddAsync(actor, form, stop), stop);

    private async Task<ServicePlan> AddAsync(Actor actor, ServiceForm form, CancellationToken stop)
    {
        var plan = await planning.PlanAsync(actor, code: null, form, stop);
        if (plan.Next is { } service)
        {
            db.Services.Add(service);
            log.Add(actor, new SettingEntry(CatalogueBook.ServiceArea, service.Code, "新加", service.ValidFrom, service.Basis, plan.Lines));
            db.Context.Happened(new ServiceAdded(service.Code, service.ValidFrom));
            await db.SaveAsync(actor, stop);
        }

        return plan;
    }
}
