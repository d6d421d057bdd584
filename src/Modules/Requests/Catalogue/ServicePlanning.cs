using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Catalogue;

/// <summary>What a form would do to the catalogue, or all that is wrong with it.</summary>
/// <param name="Versions">The service it changes; null for a new one.</param>
internal sealed record ServicePlan(Service? Next, ServiceVersions? Versions, IReadOnlyList<SettingLine> Lines, IReadOnlyList<Refusal> Refused)
{
    public static ServicePlan Refuse(params IReadOnlyList<Refusal> refused) => new(null, null, [], refused);
}

/// <summary>Checks a service form against the catalogue; the preview and the act both go through here.</summary>
internal sealed class ServicePlanning(CatalogueBook book, Receivers receivers, WholeTree tree, TimeProvider clock)
{
    public async Task<ServicePlan> PlanAsync(Actor actor, string? code, ServiceForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop) is { } shared)
        {
            return ServicePlan.Refuse(shared);
        }

        var services = await book.ServicesAsync(stop);
        var categories = await book.CategoriesAsync(stop);
        var versions = services.FirstOrDefault(other => other.Latest.Code == code);
        var (draft, refused) = ServiceReader.Read(form, [.. categories.Where(category => category.IsUsed(book.Today)).Select(category => category.Code)], book.Today);
        var receiver = await receivers.ReadAsync(form.Receiver, stop);
        if (draft is null || receiver.Refusal is not null)
        {
            return ServicePlan.Refuse([.. refused, .. receiver.Refusal is { } unknown ? [unknown] : Array.Empty<Refusal>()]);
        }

        if (Wrong(draft, versions, services, form.Version) is { } wrong)
        {
            return ServicePlan.Refuse(wrong);
        }

        var next = draft.ToService(
            code ?? CatalogueBook.NextCode(services.Select(other => other.Latest.Code)),
            versions?.Latest.Position ?? services.Max(other => other.Latest.Position) + 1,
            receiver.Value,
            clock.GetUtcNow());
        var lines = CatalogueWords.Lines(
            versions?.Latest, next, CatalogueBook.Names(categories), (await receivers.NameAsync(versions?.Latest.Receiver, stop), await receivers.NameAsync(next.Receiver, stop)));
        return lines.Count == 0 && versions!.IsLive(book.Today)
            ? ServicePlan.Refuse(new Refusal("service-same", "和现在的一样，没有要改的。"))
            : new ServicePlan(next, versions, lines, []);
    }

    private Refusal? Wrong(ServiceDraft draft, ServiceVersions? versions, IReadOnlyList<ServiceVersions> services, Guid? seen)
    {
        if (versions is not null && versions.Latest.Id != seen)
        {
            return new Refusal("service-changed-meanwhile", "您打开以后，别人改过这个事项。请重新打开，看过新的再改。");
        }

        if (versions?.Latest is { IsGeneral: true } general && (draft.MatterType != general.MatterType || draft.To is not null))
        {
            return draft.To is not null
                ? new Refusal("general-needed", "这一项接住说不清归哪类的事，要一直有，不能定最后一天。", nameof(ServiceForm.To))
                : new Refusal("general-kind", "这一项接住这个类型里说不清归哪类的事，类型不能改。", nameof(ServiceForm.Kind));
        }

        return services.Any(other => other != versions && other.IsLive(book.Today) && other.Latest.Name == draft.Name)
            ? new Refusal("name-taken", $"已经有一个事项叫“{draft.Name}”了，换个名称。", nameof(ServiceForm.Name))
            : null;
    }
}
