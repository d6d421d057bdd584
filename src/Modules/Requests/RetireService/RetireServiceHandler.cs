using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.RetireService;

internal sealed class RetireServiceHandler(RequestsDb db, CatalogueBook book, WholeTree tree, SettingLog log, SettingsTurn turn)
{
    /// <summary>Takes a service out of the catalogue; what was filed under it goes on. Answers all that is wrong.</summary>
    public Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, string code, RetireServiceForm form, CancellationToken stop) =>
        turn.TakeAsync(() => RetireAsync(actor, code, form, stop), stop);

    private async Task<IReadOnlyList<Refusal>> RetireAsync(Actor actor, string code, RetireServiceForm form, CancellationToken stop)
    {
        var versions = (await book.FindAsync(code, stop))!;
        var from = Basis.ReadDay(form.From, book.Today);
        var basis = Basis.Read(form.Basis);
        Refusal?[] refused = [await tree.RefusalAsync(actor, stop), Wrong(versions), from.Refusal, basis.Refusal];
        if (refused.Any(refusal => refusal is not null))
        {
            return [.. refused.OfType<Refusal>()];
        }

        var service = versions.Latest;
        versions.EndBefore(from.Value);
        log.Add(actor, new SettingEntry(CatalogueBook.ServiceArea, service.Code, "停用", from.Value, basis.Value!, []));
        db.Context.Happened(new ServiceRetired(service.Code, from.Value));
        await db.SaveAsync(actor, stop);
        return [];
    }

    private Refusal? Wrong(ServiceVersions versions) =>
        versions.Latest.IsGeneral ? new Refusal("general-needed", "这一项接住说不清归哪类的事，要一直有，不能停用。")
        : versions.IsLive(book.Today) ? null
        : new Refusal("retired-already", "这个事项已经停用了。");
}
