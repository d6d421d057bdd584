using UnionHall.Platform.Security;
using UnionHall.Requests.Sampling;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Sampling;

public sealed class SamplingTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Recounted in SQL, without a line of our code.</summary>
    [Fact]
    public async Task TheDraw_CanBeRecounted()
    {
        var (drawn, ids) = (0, new List<string>());
        for (var place = 0; place < 2000; place++)
        {
            var id = RequestId.Next(site.Clock.GetUtcNow());
            drawn += Domain.SamplingRule.Lot(id, 1) < 10 ? 1 : 0;
            ids.Add(id.Value.ToString());
        }

        var values = string.Join(',', ids.Select(id => $"('{id}')"));
        (await site.CountAsync($"(values {values}) t(id) where (get_byte(sha256(convert_to(id || ':1', 'UTF8')), 0) * 256 + get_byte(sha256(convert_to(id || ':1', 'UTF8')), 1)) % 100 < 10")).ShouldBe(drawn);
        drawn.ShouldBeInRange(130, 270);
    }

    [Fact]
    public async Task TheNearestUnitAndTheServiceComeFirst_FromTheirDayOn()
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        var code = await site.WithAsync<Organisation.UnitDirectory, string>(async units => (await units.FindAsync(city.Anhe, stop))!.Code);
        var form = await admin.GetAsync("/admin/follow-ups/change");
        var done = await admin.PressAsync(form, "改", ("说解决了，抽中", "on"), ("只管哪个单位", code), ("抽百分之几", "35"), ("依据", "安和区工会 2026 年第 9 号通知"));
        done.Text.ShouldContain("安和区总工会和下面的单位");

        (await PercentAsync(city.Courier)).ShouldBe(35);
        (await PercentAsync(city.Beiyuan)).ShouldBe(10);
        (await site.CountAsync("setting_change where area = 'sampling-rule'")).ShouldBe(1);
    }

    [Fact]
    public async Task AWrongShare_IsToldAtItsField()
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        var page = await admin.PressAsync(await admin.GetAsync("/admin/follow-ups/change"), "改", ("没表态", "on"), ("抽百分之几", "101"), ("依据", "九月办公会"));
        page.ErrorAt("抽百分之几").ShouldBe("要填 0 到 100 之间的整数。");
    }

    private async Task<int> PercentAsync(UnitId unit) =>
        (await site.WithAsync<SamplingBook, Domain.SamplingRule?>(book => book.RuleAsync(FollowUpReason.Confirmed, "general-complaint", unit, stop)))!.Percent;
}
