using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Jobs;
using UnionHall.Testing;

namespace UnionHall.Architecture.Tests;

/// <summary>The page of background work names each recurring job in Chinese.</summary>
public sealed class RecurringJobTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public void EveryRecurringJobHasAChineseName()
    {
        using var scope = site.Services.CreateScope();
        var labels = scope.ServiceProvider.GetRequiredService<EventLabels>();
        var names = House.Types.Where(type => typeof(IRecurringJob).IsAssignableFrom(type) && type.IsClass)
            .Select(type => ((IRecurringJob)scope.ServiceProvider.GetRequiredService(type)).Name).ToList();

        names.Count.ShouldBeGreaterThan(5);
        names.Where(name => labels.Field("recurring", name) == name).ShouldBeEmpty();
    }
}
