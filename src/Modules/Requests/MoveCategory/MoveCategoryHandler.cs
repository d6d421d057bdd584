using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.MoveService;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.MoveCategory;

/// <summary>Changes places with the neighbour below the same parent.</summary>
internal sealed class MoveCategoryHandler(RequestsDb db, CatalogueBook book, WholeTree tree, SettingLog log, SettingsTurn turn)
{
    public Task<Result> HandleAsync(Actor actor, string code, bool up, CancellationToken stop) => turn.TakeAsync(() => MoveAsync(actor, code, up, stop), stop);

    private async Task<Result> MoveAsync(Actor actor, string code, bool up, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop) is { } shared)
        {
            return shared;
        }

        var categories = await book.CategoriesAsync(stop);
        var moved = categories.First(row => row.Code == code);
        var siblings = categories.Where(row => row.ParentCode == moved.ParentCode).ToList();
        var place = siblings.IndexOf(moved);
        if (place + (up ? -1 : 1) is not (>= 0 and var other) || other >= siblings.Count)
        {
            return new Refusal("category-at-the-end", up ? "已经在最前面了。" : "已经在最后面了。");
        }

        (moved.Position, siblings[other].Position) = (siblings[other].Position, moved.Position);
        log.Add(actor, new SettingEntry(
            CatalogueBook.CategoryArea, code, "挪顺序", null, MoveServiceHandler.Basis, [new SettingLine("排第", $"{place + 1}", $"{other + 1}")]));
        db.Context.Happened(new CategoryMoved(code, moved.Position));
        await db.SaveAsync(actor, stop);
        return Result.Done;
    }
}
