using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ReadRates;

/// <summary>Writes a table of rates as it is shown, on the record.</summary>
internal sealed class ExportRatesHandler(RequestsDb db)
{
    private static readonly string[] Headings =
        ["单位", "访到", "响应率", "响应率下限", "响应率上限", "解决率", "解决率下限", "解决率上限", "满意率", "满意率下限", "满意率上限", "综合", "联系不上", "不愿意说", "剔除", "挂账"];

    public async Task<Stream> HandleAsync(Actor actor, RateTable table, CancellationToken stop)
    {
        var file = new MemoryStream();
        using (var writer = TableWriter.Csv(file, [.. Headings.Select(heading => new TableColumn(heading))]))
        {
            Write(writer, table.Unit.Name + "（合计）", table.Total, table.Formula);
            Write(writer, table.Unit.Name + "（本级）", table.Own, table.Formula);
            foreach (var (row, _) in table.Ranked(counts => counts.Resolution))
            {
                Write(writer, row.Unit.Name, row.Counts, table.Formula);
            }
        }

        db.Context.Happened(new RatesExported(table.Unit.UnitId, table.Period.Key));
        await db.SaveAsync(actor, stop);
        file.Position = 0;
        return file;
    }

    private static void Write(TableWriter writer, string name, RateCounts counts, RateFormula formula) => writer.Write(
    [
        name, counts.Answered,
        .. Cells(counts.Response, formula), .. Cells(counts.Resolution, formula), .. Cells(counts.Satisfaction, formula),
        counts.Composite(formula) is { } composite ? Number(composite) : null,
        counts.Unreachable, counts.Refused, counts.Excluded, counts.Deferred,
    ]);

    private static object?[] Cells(Rate rate, RateFormula formula) => rate.Count >= formula.LeastAnswers && rate.Interval is { } bounds
        ? [Number(rate.Share), Number(bounds.Low), Number(bounds.High)]
        : [null, null, null];

    private static object Number(double share) => decimal.Round((decimal)share * 100, 2, MidpointRounding.AwayFromZero);
}
