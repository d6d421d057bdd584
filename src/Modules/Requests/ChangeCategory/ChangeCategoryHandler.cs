using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ChangeCategory;

internal sealed class ChangeCategoryHandler(RequestsDb db, CatalogueBook book, WholeTree tree, SettingLog log, SettingsTurn turn)
{
    /// <summary>Renames a category, stops using it or takes it up again, at once. Answers all that is wrong.</summary>
    public Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, string code, ChangeCategoryForm form, CancellationToken stop) =>
        turn.TakeAsync(() => ChangeAsync(actor, code, form, stop), stop);

    private async Task<IReadOnlyList<Refusal>> ChangeAsync(Actor actor, string code, ChangeCategoryForm form, CancellationToken stop)
    {
        var categories = await book.CategoriesAsync(stop);
        var category = categories.First(row => row.Code == code);
        var used = category.IsUsed(book.Today);
        var name = CategoryName.Read(form.Name, category.ParentCode, category.Code, categories);
        var basis = Basis.Read(form.Basis);
        Refusal?[] refused = [await tree.RefusalAsync(actor, stop), name.Refusal, await UseRefusalAsync(category, form.IsUsed, categories, stop), basis.Refusal];
        if (refused.Any(refusal => refusal is not null))
        {
            return [.. refused.OfType<Refusal>()];
        }

        var lines = SettingLine.Of([("名称", category.Name, name.Value), ("状态", Say(used), Say(form.IsUsed))]);
        if (lines.Count == 0)
        {
            return [new Refusal("category-same", "和现在的一样，没有要改的。")];
        }

        Change(category, name.Value!, form.IsUsed);
        log.Add(actor, new SettingEntry(CatalogueBook.CategoryArea, category.Code, "改动", null, basis.Value!, lines));
        db.Context.Happened(new CategoryChanged(category.Code, form.IsUsed));
        await db.SaveAsync(actor, stop);
        return [];
    }

    private void Change(Category category, string name, bool isUsed)
    {
        category.Name = name;
        if (isUsed)
        {
            category.TakeUp();
        }
        else if (category.IsUsed(book.Today))
        {
            category.Retire(book.Today);
        }
    }

    private async Task<Refusal?> UseRefusalAsync(Category category, bool isUsed, List<Category> categories, CancellationToken stop)
    {
        if (isUsed)
        {
            return categories.Find(row => row.Code == category.ParentCode)?.IsUsed(book.Today) == false
                ? new Refusal("parent-retired", "它上面的大类停用了，先启用大类。", nameof(ChangeCategoryForm.IsUsed))
                : null;
        }

        var below = categories.Count(row => row.ParentCode == category.Code && row.IsUsed(book.Today));
        if (below > 0)
        {
            return new Refusal("category-has-categories", $"下面还有 {below} 个类别在用，先停用它们。", nameof(ChangeCategoryForm.IsUsed));
        }

        var services = (await book.ServicesAsync(stop)).Where(versions => versions.IsLive(book.Today) && versions.Latest.Category == category.Code)
            .Select(versions => $"“{versions.Latest.Name}”").ToList();
        return services.Count == 0 ? null
            : new Refusal("category-has-services", $"还有 {services.Count} 个事项在这一类：{string.Concat(services.Take(5))}。先把它们换到别的类别，或停用。", nameof(ChangeCategoryForm.IsUsed));
    }

    private static string Say(bool isUsed) => isUsed ? "在用" : "停用";
}
