using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.MoveService;

/// <summary>Changes places with the neighbour of the same top category. No rule hangs on it, so it needs no document.</summary>
internal sealed class MoveServiceHandler(RequestsDb db, CatalogueBook book, WholeTree tree, SettingLog log, SettingsTurn turn)
{
    public const string Basis = "只改显示的顺序";

    public Task<Result> HandleAsync(Actor actor, string code, bool up, CancellationToken stop) => turn.TakeAsync(() => MoveAsync(actor, code, up, stop), stop);

    private async Task<Result> MoveAsync(Actor actor, string code, bool up, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop) is { } shared)
        {
            return shared;
        }

        var tops = (await book.CategoriesAsync(stop)).ToDictionary(row => row.Code, row => row.ParentCode ?? row.Code, StringComparer.Ordinal);
        var services = await book.ServicesAsync(stop);
        if (services.FirstOrDefault(versions => versions.Latest.Code == code) is not { } moved)
        {
            return new Refusal("service-unknown", "没有这个事项，可能刚被改过。请再看一遍。");
        }

        var group = services.Where(versions => tops[versions.Latest.Category] == tops[moved.Latest.Category]).ToList();
        var place = group.IndexOf(moved);
        if (place + (up ? -1 : 1) is not (>= 0 and var other) || other >= group.Count)
        {
            return new Refusal("service-at-the-end", up ? "已经在最前面了。" : "已经在最后面了。");
        }

        var (mine, theirs) = (moved.Latest.Position, group[other].Latest.Position);
        moved.Move(theirs);
        group[other].Move(mine);
        log.Add(actor, new SettingEntry(CatalogueBook.ServiceArea, code, "挪顺序", null, Basis, [new SettingLine("在这一类里排第", $"{place + 1}", $"{other + 1}")]));
        db.Context.Happened(new ServiceMoved(code, theirs));
        await db.SaveAsync(actor, stop);
        return Result.Done;
    }
}
