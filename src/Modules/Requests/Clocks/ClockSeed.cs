using System.Globalization;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Clocks;

/// <summary>The shipped clock rules of three cities, put into an empty table.</summary>
internal sealed class ClockSeed(RequestsDb db, ClockRules rules, TimeProvider clock) : ISeed
{
    private static readonly DateOnly Start = new(2000, 1, 1);

    public string Table => "clock_rule";

    public async Task RunAsync(CancellationToken stop)
    {
        var shipped = Shipped().ToList();
        db.Context.AddRange(shipped);
        db.Context.Happened(new ClockRulesSeeded(shipped.Count));
        await db.SaveAsync(Actor.Platform(ISeed.ActorName), stop);
        rules.Forget();
    }

    private IEnumerable<ClockRule> Shipped()
    {
        var table = HeadedTable.Open(Resource());
        return table.Rows.ToList().Select(row =>
        {
            string At(string column) => row.At(table.Find(column));
            int Number(string column) => int.Parse(At(column), CultureInfo.InvariantCulture);
            var extension = Number("extension_amount") is > 0 and var amount ? new Limit(amount, EnumText.Parse<LimitUnit>(At("extension_unit"))) : null;
            return new ClockRule
            {
                Id = SortableId.Next(clock.GetUtcNow()),
                Profile = At("profile"),
                Code = At("code"),
                Duty = EnumText.Parse<ClockDuty>(At("duty")),
                MatterType = EnumText.TryParse<MatterType>(At("matter_type")),
                Urgency = EnumText.TryParse<Urgency>(At("urgency")),
                ValidFrom = Start,
                Basis = At("basis"),
                Excludes = At("excludes") is { Length: > 0 } excludes ? excludes : null,
            }.With(new Limit(Number("amount"), EnumText.Parse<LimitUnit>(At("unit"))), extension, Number("extension_times"));
        });
    }

    private static MemoryStream Resource()
    {
        using var resource = typeof(ClockSeed).Assembly.GetManifestResourceStream("defaults/clocks.csv")!;
        var copy = new MemoryStream();
        resource.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
