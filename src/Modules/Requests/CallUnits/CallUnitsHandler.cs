using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.CallUnits;

/// <summary>Calls units to the side of the lead: helpers, parts or by whistle.</summary>
internal sealed class CallUnitsHandler(RequestDesk desk, UnitDirectory units, UpperUnit upper, OwnUnit ownUnit, ClockDesk clocks)
{
    public const int Most = 10;

    private static readonly Refusal NoTask = new("task-missing", "每个单位要办什么，都写一句。", nameof(CallForm.Tasks));

    private static readonly Refusal LongTask = new("task-long", ReasonText.TooLong, nameof(CallForm.Tasks));

    private static readonly Refusal Many = new("units-many", $"一次最多请 {Most} 个单位。", nameof(CallForm.Units));

    private static readonly Refusal Days = new("days", "期限在 1 到 60 个工作日之间。", nameof(CallForm.Days));

    public async Task<Result> HandleAsync(OrderRole role, Actor actor, string reference, CallForm form, CancellationToken stop)
    {
        var tasks = form.Tasks.ConvertAll(PlainText.Clean);
        return form.Units.Count == 0 ? HopRefusals.NoUnits
            : form.Units.Count > Most ? Many
            : form.Days is < 0 or > 60 ? Days
            : tasks.Count < form.Units.Count || tasks.Exists(task => task.Length == 0) ? NoTask
            : tasks.Exists(task => PlainText.CountCodePoints(task) > ReasonText.Most) ? LongTask
            : await desk.ActAsync(Act.Call, actor, reference, form.Seen, request => CallAsync(role, request, form, tasks, actor, stop), stop);
    }

    private async Task<Result> CallAsync(OrderRole role, Request request, CallForm form, List<string> tasks, Actor actor, CancellationToken stop)
    {
        if (request.CurrentOrder is not { } lead)
        {
            return Domain.Refusals.NotWhile(request.State, "请别的单位");
        }

        var (calls, term) = (new List<SideCall>(), await TermAsync(lead, form.Days, stop));
        foreach (var (key, task) in form.Units.Zip(tasks))
        {
            if (await units.FindAsync(new UnitId(key), stop) is not { IsOpen: true } unit)
            {
                return HopRefusals.NoUnits;
            }

            if (await upper.IsBarredAsync(request, unit.UnitId, stop))
            {
                return (await ownUnit.IsKnownAsync(request.WorksAt, stop) ? DeskRefusals.OwnUnitBeside : DeskRefusals.MaybeOwnUnitBeside) with { Field = nameof(form.Units) };
            }

            calls.Add(new SideCall(unit.UnitId, term, task));
        }

        return request.Call(role, calls, actor, clocks.Now);
    }

    /// <summary>Always a clock of its own, so that a late helper is seen.</summary>
    private async Task<HopTerm> TermAsync(WorkOrder lead, int days, CancellationToken stop)
    {
        var limit = new Limit(days == 0 ? 1 : days, LimitUnit.WorkingDays);
        return days == 0 && lead.DueAt > clocks.Now
            ? HopTerm.Until(clocks.Now, lead.DueAt)
            : HopTerm.Of(new Deadline(await clocks.CalendarAsync(stop)).After(clocks.Now, limit), limit);
    }
}
