using Microsoft.Extensions.DependencyInjection;

namespace UnionHall.Platform.Demo;

/// <summary>Loads the demo city part by part, each in a scope of its own.</summary>
public sealed class DemoLoader(IServiceScopeFactory scopes)
{
    public async Task LoadAsync(Func<string, Stream> open, CancellationToken stop)
    {
        var city = new DemoCity(open);
        var count = Count();
        for (var place = 0; place < count; place++)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IDemoPart>().ElementAt(place).LoadAsync(city, stop);
        }
    }

    private int Count()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetServices<IDemoPart>().Count();
    }
}
