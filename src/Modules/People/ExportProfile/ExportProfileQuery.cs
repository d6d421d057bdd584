using UnionHall.Organisation;
using UnionHall.People.Data;
using UnionHall.People.Domain;
using UnionHall.Platform.Security;

namespace UnionHall.People.ExportProfile;

/// <summary>Everything the platform holds of a worker, in his words, with what other modules add.</summary>
internal sealed class ExportProfileQuery(PeopleDb db, PersonSeal seal, UnitDirectory units, IEnumerable<IPersonExport> more)
{
    public async Task<Dictionary<string, object?>> ReadAsync(Actor actor, PersonId id, CancellationToken stop)
    {
        var person = await db.WholeAsync(id, stop);
        var names = await units.NamesAsync(person.Workplaces.Select(place => place.UnitId), stop);
        var copy = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["姓名"] = seal.NameOf(person),
            ["手机号"] = seal.PhoneOf(person),
            ["手机号验证过"] = person.PhoneVerifiedAt is not null,
            ["身份证号"] = seal.IdNumberOf(person),
            ["记下的时间"] = person.CreatedAt,
            ["上班的地方"] = person.Workplaces.OrderBy(place => place.FromOn).Select(place => new { 单位 = names.GetValueOrDefault(place.UnitId), 从 = place.FromOn, 到 = place.ToOn }),
            ["同意过的"] = person.Consents.Select(consent => new { 事项 = consent.Purpose, 版本 = consent.Version, 时间 = consent.GivenAt, 收回 = consent.WithdrawnAt }),
        };
        foreach (var part in more)
        {
            copy[part.Section] = await part.OfAsync(person.AccountId!.Value, stop);
        }

        db.Happened(new PersonExported(id));
        await db.SaveAsync(actor, stop);
        return copy;
    }
}
