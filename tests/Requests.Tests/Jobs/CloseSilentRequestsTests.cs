using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Jobs;

public sealed class CloseSilentRequestsTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly GivenRequests given = new(site);

    [Fact]
    public async Task Run_EndsWhatNobodySpokeOf_AfterTheWindow()
    {
        var city = await GivenCity.BuildAsync(site);
        var reference = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(reference);
        await RunAsync();
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Replied);
        site.Clock.Advance(TimeSpan.FromDays(8));
        await RunAsync();
        await RunAsync();
        var closed = await given.ReadAsync(reference);
        closed.State.ShouldBe(RequestState.Closed);
        closed.Outcome.ShouldBe(Outcome.Silent);
    }

    private Task RunAsync() => site.WithAsync<CloseSilentRequests>(job => job.RunAsync(TestContext.Current.CancellationToken));
}
