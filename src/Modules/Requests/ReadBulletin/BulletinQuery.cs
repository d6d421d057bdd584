using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ReadBulletin;

/// <summary>
/// Counts what was received in a period by everything a bulletin prints: what a unit or one below it led, not what it only helped with. The
/// keys of requests sort by their time: one index range of a unit.
/// </summary>
internal sealed class BulletinQuery(NpgsqlDataSource source, RateBook book, UnitDirectory units, ServiceCatalogue catalogue, TimeProvider clock)
{
    private const string Received =
        """
        select request.channel, request.matter_type, request.category, request.state, led.unit, request.first_answer_at is not null and not led.sent,
            request.first_answer_at <= request.due_at, request.disputes + request.reworks > 0, request.rating, count(*)::int
        from request_reach join request on request.id = request_reach.request_id
        cross join lateral (
            select bool_or(way = 'dispatched') as sent, (array_agg(unit_id order by ended is not distinct from 'returned', id desc)
                filter (where unit_id in (select id from unit where path <@ (select path from unit where id = $1))))[1] as unit
            from work_order where work_order.request_id = request.id and role = 'lead') led
        where request_reach.unit_id = $1 and request_reach.request_id >= $2 and request_reach.request_id < $3 and request.head_id is null and led.unit is not null
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9
        """;

    public async Task<Bulletin> OfAsync(UnitSummary unit, RatePeriod period, CancellationToken stop)
    {
        var days = period.DaysBegun(ChinaTime.Today(clock));
        var (now, previous, lastYear) = (await ReadAsync(unit, period, stop), await ReadAsync(unit, period.Previous.First(days), stop), await ReadAsync(unit, period.LastYear.First(days), stop));
        var table = await book.TableAsync(unit, period, stop);
        var categories = new List<BulletinLine>();
        foreach (var code in now.Concat(previous).Concat(lastYear).Select(row => row.Category).Distinct().ToList())
        {
            categories.Add(Line(await catalogue.CategoryNameAsync(code, stop), row => row.Category == code));
        }

        var changes = now.Concat(previous).Concat(lastYear).Select(row => row.LedBy).Distinct().ToList();
        var below = new Dictionary<UnitId, UnitSummary>();
        foreach (var at in changes)
        {
            var lineage = await units.LineageAsync(at, stop);
            var place = lineage.ToList().FindIndex(above => above.UnitId == unit.UnitId);
            below[at] = place > 0 ? lineage[place - 1] : unit;
        }

        return new Bulletin
        {
            Unit = unit,
            Period = period,
            Days = days,
            Total = new BulletinLine("合计", Sum(now), Sum(previous), Sum(lastYear)),
            Sources = Lines(Enum.GetValues<Channel>(), channel => channel.Chinese(), (row, channel) => row.Channel == channel),
            Kinds = Lines(Enum.GetValues<MatterType>(), kind => kind.Chinese(), (row, kind) => row.Kind == kind),
            Ends = Lines(Enum.GetValues<BulletinEnd>(), BulletinRow.Chinese, (row, end) => row.End == end),
            Units = [.. below.Values.DistinctBy(one => one.UnitId).OrderBy(one => one.Code, StringComparer.Ordinal).Select(one => Line(one.UnitId == unit.UnitId ? one.ShortName + " 本级" : one.ShortName, row => below[row.LedBy].UnitId == one.UnitId))],
            Categories = [.. categories.OrderByDescending(line => line.Count).ThenBy(line => line.Name, StringComparer.Ordinal)],
            Answered = Sum(now, row => row.OnTime is not null),
            OnTime = Sum(now, row => row.OnTime == true),
            Repeated = Sum(now, row => row.IsRepeated),
            RepeatedSatisfied = new Rate(Sum(now, row => row is { IsRepeated: true, Rating: not null and not Rating.Dissatisfied }), Sum(now, row => row is { IsRepeated: true, Rating: not null })),
            Rates = table,
        };

        BulletinLine Line(string name, Func<BulletinRow, bool> fits) => new(name, Sum(now, fits), Sum(previous, fits), Sum(lastYear, fits));

        IReadOnlyList<BulletinLine> Lines<T>(T[] values, Func<T, string> name, Func<BulletinRow, T, bool> fits) =>
            [.. values.Select(value => Line(name(value), row => fits(row, value))).Where(line => line.Count + line.Previous + line.LastYear > 0)];
    }

    private static int Sum(List<BulletinRow> rows, Func<BulletinRow, bool>? fits = null) => rows.Where(row => fits is null || fits(row)).Sum(row => row.Count);

    private async Task<List<BulletinRow>> ReadAsync(UnitSummary unit, RatePeriod period, CancellationToken stop)
    {
        var rows = new List<BulletinRow>();
        await using var command = RateSql.Of(source, Received, unit.UnitId.Value, FirstKey(period.Start), FirstKey(period.End));
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            rows.Add(new BulletinRow(
                EnumText.Parse<Channel>(reader.GetString(0)), EnumText.Parse<MatterType>(reader.GetString(1)), reader.GetString(2), EnumText.Parse<RequestState>(reader.GetString(3)),
                new UnitId(reader.GetGuid(4)), reader.GetBoolean(5), reader.IsDBNull(6) ? null : reader.GetBoolean(6), reader.GetBoolean(7),
                reader.IsDBNull(8) ? null : EnumText.Parse<Rating>(reader.GetString(8)), reader.GetInt32(9)));
        }

        return rows;
    }

    /// <summary>The least key of that millisecond (as SortableId makes it).</summary>
    private static Guid FirstKey(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)at.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
