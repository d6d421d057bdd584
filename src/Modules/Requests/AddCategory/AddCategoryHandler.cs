using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.AddCategory;

internal sealed class AddCategoryHandler(RequestsDb db, CatalogueBook book, WholeTree tree, SettingLog log, SettingsTurn turn)
{
    /// <summary>Adds a category, at the top or below a top one. Answers all that is wrong.</summary>
    public Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, AddCategoryForm form, CancellationToken stop) => turn.TakeAsync(() => AddAsync(actor, form, stop), stop);

    private async Task<IReadOnlyList<Refusal>> AddAsync(Actor actor, AddCategoryForm form, CancellationToken stop)
    {
        var categories = await book.CategoriesAsync(stop);
        var parent = categories.Find(row => row.Code == form.Parent);
        var name = CategoryName.Read(form.Name, parent?.Code, self: null, categories);
        var basis = Basis.Read(form.Basis);
        Refusal?[] refused = [await tree.RefusalAsync(actor, stop), name.Refusal, ParentRefusal(form.Parent, parent), basis.Refusal];
        if (refused.Any(refusal => refusal is not null))
        {
            return [.. refused.OfType<Refusal>()];
        }

        var category = new Category
        {
            Code = CatalogueBook.NextCode(categories.Select(row => row.Code)),
            Name = name.Value!,
            ParentCode = parent?.Code,
            Position = categories.Max(row => row.Position) + 1,
            ValidFrom = book.Today,
        };
        db.Categories.Add(category);
        log.Add(actor, new SettingEntry(CatalogueBook.CategoryArea, category.Code, "新加", null, basis.Value!, SettingLine.Of([("名称", null, category.Name), ("在哪一类下面", null, parent?.Name)])));
        db.Context.Happened(new CategoryAdded(category.Code));
        await db.SaveAsync(actor, stop);
        return [];
    }

    private Refusal? ParentRefusal(string? typed, Category? parent) =>
        string.IsNullOrEmpty(typed) || parent is { ParentCode: null } && parent.IsUsed(book.Today)
            ? null
            : new Refusal("parent-unknown", "选一个在用的大类，或者不选。", nameof(AddCategoryForm.Parent));
}
