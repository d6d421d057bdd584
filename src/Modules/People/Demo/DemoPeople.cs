using UnionHall.Organisation;
using UnionHall.People.Data;
using UnionHall.People.Domain;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Text;

namespace UnionHall.People.Demo;

/// <summary>The person behind the demo worker's account, at work in the first primary union of the city.</summary>
internal sealed class DemoPeople(PeopleDb db, PersonSeal seal, UnitDirectory units, TimeProvider clock) : IDemoPart
{
    public async Task LoadAsync(DemoCity city, CancellationToken stop)
    {
        if (city.Worker is not { } account)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var person = Person.Register(
            seal.Seal(PersonName.Read(DemoCity.WorkerName).Value!), seal.Seal(Mobile.Read(DemoCity.WorkerPhone).Value!), account, now);
        person.Agree(AccountNotice.Purpose, AccountNotice.Version, now);
        if (await FirstPrimaryAsync(stop) is { } unit)
        {
            person.WorkAt(unit, ChinaTime.DateOf(now));
        }

        db.Add(person);
        await db.SaveAsync(Actor.Platform("演示数据"), stop);
    }

    private async Task<UnitId?> FirstPrimaryAsync(CancellationToken stop)
    {
        foreach (var root in await units.RootsAsync(stop))
        {
            foreach (var below in await units.SubtreeAsync(root.UnitId, stop))
            {
                if (await units.FindAsync(below, stop) is { Kind: UnitKind.Primary, IsOpen: true })
                {
                    return below;
                }
            }
        }

        return null;
    }
}
