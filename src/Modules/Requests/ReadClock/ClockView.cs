using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ReadClock;

/// <summary>The clocks of one case as its pages show them.</summary>
internal sealed class ClockView(Request request, RuleBook book, WorkingCalendar calendar)
{
    public required CaseView Case { get; init; }

    public required IReadOnlyList<ClockLine> Lines { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<ClockEntry> Ledger { get; init; }

    public required IReadOnlyList<ClockAsk> Asks { get; init; }

    public required IReadOnlyList<(RequestDuty Row, DueView Due)> Duties { get; init; }

    public required IReadOnlyList<Breach> Breaches { get; init; }

    public required IReadOnlyList<ClockRule> Startable { get; init; }

    public required IReadOnlyDictionary<UnitId, string> UnitNames { get; init; }

    public ClockAsk? OpenAsk => Asks.FirstOrDefault(ask => ask.IsOpen);

    public string UnitWords => request.Term.Unit switch { LimitUnit.Hours => "小时", LimitUnit.WorkingDays => "工作日", _ => "天" };

    public string ExtensionWords => book.Handling(request.MatterType, request.Urgency) is { MayExtend: true } rule
        ? $"按规则最多延 {rule.ExtensionTimes} 次，一次最多 {SpokenTime.Limit(rule.Extension)}。"
        : "按规则这一类不能延期。";

    public IReadOnlyList<(Urgency Urgency, Limit? Limit)> Urgencies =>
        [.. Enum.GetValues<Urgency>().Where(urgency => urgency != request.Urgency).Select(urgency => (urgency, book.Handling(request.MatterType, urgency)?.Limit))];

    public DateTimeOffset? DueIfResumedNow => request is { PausedAt: not null, PromiseRuns: true } ? request.DueIfResumed(Case.Now, calendar) : null;

    public string UnitOf(UnitId unit) => UnitNames.GetValueOrDefault(unit, "原单位");

    public string AskedWords(ClockAsk ask) => ask.Amount is { } amount
        ? SpokenTime.Limit(new Limit(amount, request.Term.Unit))
        : SpokenTime.Day(ChinaTime.DateOf(ask.Until!.Value), ChinaTime.DateOf(Case.Now));

    public string ChangeWords(ClockEntry entry)
    {
        var whose = entry.DutyId is not null ? "另外要办的事"
            : entry.OrderId is { } order && request.Orders.FirstOrDefault(one => one.Id == order) is { } hop ? $"{UnitOf(hop.UnitId)}这一段" : "答应职工";
        var added = entry.Amount is { } amount and > 0 ? $"，加 {SpokenTime.Limit(new Limit(amount, entry.Unit!.Value))}" : "";
        return $"{whose}：{Verb(entry.Kind)}{added}";
    }

    /// <summary>A light that stands still says so, in words and with two bars.</summary>
    public static DueView Standing(DueView due, DateTimeOffset until, bool isDeferred, DateTimeOffset now) => due with
    {
        State = RingState.Wait,
        Left = isDeferred ? "挂账中" : "时限停着",
        By = $"停到 {SpokenTime.Day(ChinaTime.DateOf(until), ChinaTime.DateOf(now))}，原定 {due.By}",
        InRing = null,
    };

    private static string Verb(ClockChange kind) => kind switch
    {
        ClockChange.Paused => "暂停计时",
        ClockChange.Deferred => "挂账",
        ClockChange.Resumed => "恢复计时",
        ClockChange.Extended => "延期",
        ClockChange.UrgencySet => "改紧急程度",
        ClockChange.Unmerged => "从并着的件里拆出来，期限还是原来的",
        ClockChange.Excluded => "有几天不算",
        _ => "按新的放假安排重算",
    };
}
