using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Tests.Clocks;

/// <summary>A request and its clocks without a site: instants are written as they are said in China.</summary>
internal static class GivenClock
{
    public static readonly WorkingCalendar Calendar = new(HolidayFile.Shipped().Days);
    public static readonly Actor Handler = new(new AccountId(new Guid("00000000-0000-7000-8000-000000000001")), "周同志", []);
    public static readonly Actor Above = new(new AccountId(new Guid("00000000-0000-7000-8000-000000000002")), "李同志", []);
    public static readonly Actor Sweeper = Actor.Platform("时限");
    public static readonly UnitId Street = new(new Guid("00000000-0000-7000-8000-00000000000a"));
    public static readonly UnitId Union = new(new Guid("00000000-0000-7000-8000-00000000000b"));

    public static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + "+08:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    public static string Said(DateTimeOffset instant) => ChinaTime.In(instant).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public static Request Submitted(string at, int amount, LimitUnit unit, WorkingCalendar? calendar = null, Urgency urgency = Urgency.Ordinary, Limit? contact = null)
    {
        var due = new Deadline(calendar ?? Calendar).After(At(at), new Limit(amount, unit));
        return Request.Submit(
            new RequestDraft
            {
                Reference = "2026-000001",
                Service = new Service { Code = "x", Name = "x", Category = "x", RouteTo = "street", MatterType = MatterType.Complaint, Urgency = urgency },
                Title = "t",
                Words = "w",
                Visibility = Visibility.Named,
                Channel = Channel.Web,
                Owner = Street,
                DueAt = due.At,
                IsProvisional = due.Provisional,
                Limit = new Limit(amount, unit),
                Contact = contact is null ? null : new ContactTerm(new Deadline(calendar ?? Calendar).After(At(at), contact).At, contact),
            },
            Handler, At(at));
    }

    public static void Dispatched(this Request request, string at, int amount, LimitUnit unit)
    {
        var limit = new Limit(amount, unit);
        request.Dispatch(Union, HopTerm.Of(new Deadline(Calendar).After(At(at), limit), limit), null, Handler, At(at)).Refusal.ShouldBeNull();
    }

    public static ClockRule Rule(int extension, int times, LimitUnit unit = LimitUnit.CalendarDays) =>
        new ClockRule { Profile = "beijing", Code = "K7", Basis = "信访工作条例第三十四条" }.With(new Limit(60, LimitUnit.CalendarDays), new Limit(extension, unit), times);

    /// <summary>Asked by the handler, granted above.</summary>
    public static void Granted(this Request request, ClockAskKind kind, string at, string? until = null, int? amount = null, ClockRule? rule = null)
    {
        var wish = new ClockWish(kind, amount, until is null ? null : At(until), "等鉴定结果", "鉴定受理通知书");
        var asked = request.AskClock(wish, rule, Calendar, Handler, At(at));
        asked.Refusal.ShouldBeNull();
        request.Decide(asked.Value!, granted: true, null, rule, Calendar, Above, At(at)).Refusal.ShouldBeNull();
    }
}
