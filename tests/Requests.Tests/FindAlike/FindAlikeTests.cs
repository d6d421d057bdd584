using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Filling;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.FillRequests;
using UnionHall.Requests.FindAlike;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.FindAlike;

/// <summary>What may be the same matter is proposed with its reason, in scope only, and read from bounded index ranges.</summary>
public sealed class FindAlikeTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task TheSamePersonAndTheSameWords_AreProposedWithTheReason()
    {
        var first = await given.SubmittedAsync(city.Courier, "休息室的微波炉坏了两周，带的饭都是凉的。");
        var person = await given.SubmittedAsync(city.Courier, "宿舍的锁坏了。");
        var words = await given.SubmittedAsync(city.Courier, "休息室微波炉坏了两周，饭都是凉的。", visibility: Visibility.Anonymous);
        await given.SubmittedAsync(city.Courier, "年休假不让休。", name: "李小满", phone: "19900001012");
        var street = await city.AsAsync(Role.Handler, city.Qingxi);

        var page = await street.GetAsync($"/desk/requests/{first}/alike");

        page.Text.ShouldContain("同样的姓名和手机号");
        page.Text.ShouldContain("宿舍的锁坏了");
        page.Text.ShouldContain("同一个单位，话有");
        page.Text.ShouldNotContain("年休假");
        page.Body.ShouldContain($"/desk/requests/{first}/merge?target={person}&amp;kind=same-person");
        page.Body.ShouldContain($"/desk/requests/{first}/merge?target={words}&amp;kind=same-matter");
        (await street.GetAsync($"/desk/requests/{words}/alike")).Text.ShouldNotContain("同样的姓名");
    }

    [Fact]
    public async Task AnotherStreetsCase_IsNotProposed_NorWhatIsMergedAlready()
    {
        var first = await given.SubmittedAsync(city.Courier, "安全帽裂了还在用。");
        await given.SubmittedAsync(city.Restaurant, "安全帽裂了还在用！");
        var street = await city.AsAsync(Role.Handler, city.Qingxi);
        (await street.GetAsync($"/desk/requests/{first}/alike")).Text.ShouldContain("近来没有像同一件的");
    }

    /// <summary>UNIONHALL_FILL_ROWS=200000 for the size that the numbers in the report stand on.</summary>
    [Fact]
    public async Task OnAFilledDatabase_NoRangeIsReadByWalkingTheTable()
    {
        var rows = int.Parse(Environment.GetEnvironmentVariable("UNIONHALL_FILL_ROWS") ?? "6000", CultureInfo.InvariantCulture);
        var source = site.Services.GetRequiredService<NpgsqlDataSource>();
        await using (var connection = await source.OpenConnectionAsync(stop))
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await site.WithAsync<IEnumerable<IFillPart>>(parts => parts.OfType<RequestFill>().Single().FillAsync(new FillPlan(rows, 0, 0, 7, _ => { }), connection, stop));
            await transaction.CommitAsync(stop);
        }

        await site.ExecuteAsync("analyze");
        await site.WithAsync<IServiceProvider>(async services =>
        {
            var (query, db) = (services.GetRequiredService<AlikeQuery>(), services.GetRequiredService<RequestsDb>());
            var since = TimeKey.At(site.Clock.GetUtcNow().AddDays(-30));
            var requester = await db.Requesters.AsNoTracking().FirstAsync(row => row.NamePrint != null && row.PhonePrint != null, stop);
            (string Plan, string Index)[] plans =
            [
                (await PlanAsync(query.OfPerson(requester.NamePrint!, requester.PhonePrint!, since)), "requester"),
                (await PlanAsync(query.OfWorkplace(city.Courier, since)), "request"),
                (await PlanAsync(query.OfUnit(city.City)), "request_reach"),
            ];
            foreach (var (plan, table) in plans)
            {
                TestContext.Current.SendDiagnosticMessage(plan);
                plan.ShouldNotContain($"Seq Scan on {table}", Case.Sensitive, plan);
            }
        });
    }

    private async Task<string> PlanAsync<T>(IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "explain (analyze, buffers) " + command.CommandText;
        await command.Connection!.OpenAsync(stop);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var lines = new List<string>();
        while (await reader.ReadAsync(stop))
        {
            lines.Add(reader.GetString(0));
        }

        await reader.DisposeAsync();
        await command.Connection.CloseAsync();
        return string.Join('\n', lines);
    }
}
