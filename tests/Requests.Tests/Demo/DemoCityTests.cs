using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.App.Demo;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Demo;

public sealed class DemoCityTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_FillsTheCityOnceWithRequestsInEveryState()
    {
        await site.WithAsync<IDemoData>(demo => demo.LoadAsync(stop));
        await site.WithAsync<IDemoData>(demo => demo.LoadAsync(stop));

        await site.WithAsync<RequestsDb>(async db =>
        {
            var states = await db.Requests.GroupBy(request => request.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(stop);
            states.Sum(state => state.Count).ShouldBe(300);
            states.Select(state => state.Key).ShouldBe(Enum.GetValues<RequestState>(), ignoreOrder: true);
            var now = site.Clock.GetUtcNow();
            (await db.Timeline.AnyAsync(entry => entry.At > now, stop)).ShouldBeFalse("nothing of the demo may lie in the future");
        });
        var districts = await site.WithAsync<UnitDirectory, int>(async units =>
            (await units.ChildrenAsync((await units.FindByCodeAsync("LJ", stop))!.UnitId, stop)).Count(unit => unit.Kind == UnitKind.District));
        districts.ShouldBe(16);
        var roles = await site.WithAsync<StaffDirectory, List<Role>>(async staff =>
            [.. (await staff.AtAsync((await site.Services.GetRequiredService<UnitDirectory>().FindByCodeAsync("LJ", stop))!.UnitId, stop)).Select(person => person.Role).Distinct()]);
        roles.ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
    }
}
