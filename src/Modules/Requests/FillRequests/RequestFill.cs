using Npgsql;
using UnionHall.Platform.Filling;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.ReplyRequest;

namespace UnionHall.Requests.FillRequests;

/// <summary>A million requests in a few minutes, for measuring. They carry no audit records of their own: the fill itself is the record.</summary>
internal sealed class RequestFill(NumberSeries numbers, IdentitySeal seal, Calendars calendars, ConfirmWindow confirm, TimeProvider clock) : IFillPart
{
    private const int ChunkSize = 20_000;
    private static readonly string[] Tables = ["request", "requester", "work_order", "timeline_entry", "request_reach", "breach", "follow_up"];

    public async Task FillAsync(FillPlan plan, NpgsqlConnection connection, CancellationToken stop)
    {
        if (plan.Requests == 0)
        {
            return;
        }

        var (dice, now) = (new Random(plan.Seed), clock.GetUtcNow());
        var maker = new RequestMaker(
            dice, new FilledTexts(dice), await LineagesAsync(connection, dice, stop), await ServicesAsync(connection, stop),
            await calendars.CurrentAsync(stop), await confirm.LimitAsync(now, stop), now);
        var copier = new RequestCopier(connection, People(), now);
        await WithoutIndexes.RunAsync(connection, Tables, () => WriteAsync(plan, maker, copier, stop), stop);
        plan.Say("索引建好了");
    }

    private async Task WriteAsync(FillPlan plan, RequestMaker maker, RequestCopier copier, CancellationToken stop)
    {
        var references = new Dictionary<int, long>();
        for (var done = 0; done < plan.Requests; done += ChunkSize)
        {
            var size = Math.Min(ChunkSize, plan.Requests - done);
            var moments = Enumerable.Range(done, size).Select(place => maker.MomentOf(place, plan.Requests)).ToList();
            foreach (var year in moments.GroupBy(at => ChinaTime.DateOf(at).Year))
            {
                references[year.Key] = await numbers.TakeRunAsync(year.Key, year.Count(), stop);
            }

            var rows = moments.Select((at, place) => maker.Make(Next(references, at), at, done + place > plan.Requests * 0.92)).ToList();
            await copier.WriteAsync(rows, stop);
            plan.Say($"诉求 {done + size:N0} 件");
        }
    }

    private static string Next(Dictionary<int, long> references, DateTimeOffset at)
    {
        var year = ChinaTime.DateOf(at).Year;
        return Reference.Of(year, references[year]++);
    }

    private List<Requester> People() => [.. Enumerable.Range(0, 10_000).Select(number =>
        seal.Seal(default, string.Empty, Visibility.Named, new Person(null, $"合成职工{number}", $"198{number:00000000}"), passphrase: null))];

    /// <summary>The lineages of all primary unions, in an order of the dice's: the first of them will send the most.</summary>
    private static async Task<List<Guid[]>> LineagesAsync(NpgsqlConnection connection, Random dice, CancellationToken stop)
    {
        var lineages = new List<Guid[]>();
        await using var command = new NpgsqlCommand("select string_to_array(ltree2text(path), '.')::uuid[] from unit where kind in ('primary', 'joint') and closed_on is null order by code", connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var path = reader.GetFieldValue<Guid[]>(0);
            Array.Reverse(path);
            lineages.Add(path);
        }

        var shuffled = lineages.ToArray();
        dice.Shuffle(shuffled);
        return shuffled.Length > 0 ? [.. shuffled] : throw new InvalidOperationException("There are no primary unions: add --units N.");
    }

    private static async Task<List<FilledService>> ServicesAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var services = new List<FilledService>();
        await using var command = new NpgsqlCommand("select id, matter_type, category, urgency, limit_working_days from service where valid_to is null order by position", connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            services.Add(new FilledService(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4)));
        }

        return services;
    }
}
