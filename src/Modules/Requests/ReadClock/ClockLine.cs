using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ReadClock;

/// <summary>One running or finished clock.</summary>
internal sealed record ClockLine(string Name, string Limit, DateTimeOffset Start, DueView Due, string What, string Basis)
{
    public static IReadOnlyList<ClockLine> Of(CaseView seen, Request request, ClockRule? handling, ClockRule? contact, Service service, WorkingCalendar calendar)
    {
        var lines = new List<ClockLine>
        {
            new("答应职工", LimitOf(request.Term, request.LimitAmount > 0), request.SubmittedAt, seen.Promise, "答复", BasisOf(request, handling, service)),
        };
        foreach (var node in seen.Orders.Where(node => node.Order.ParentId is not null))
        {
            var order = node.Order;
            var unit = order.FollowsPromise ? request.LimitUnit : order.LimitUnit;
            var due = Ended(DueView.Of(order.DispatchedAt, order.DueAt, unit, order.FinishedAt ?? seen.Now, calendar), order.FinishedAt, order.DueAt, request, seen.Now);
            lines.Add(new ClockLine($"{node.Unit}{(order.IsLead ? "这一段" : order.Role.Chinese())}", order.FollowsPromise ? "到答应职工的那天" : LimitOf(order.Term, true), order.DispatchedAt, due, "办完", order.IsLead ? "派单时定的" : "主办单位定的"));
        }

        if (request.CurrentOrder is { ContactDueAt: { } by } current)
        {
            var due = Ended(DueView.Of(current.DispatchedAt, by, LimitUnit.Hours, current.ContactedAt ?? seen.Now, calendar), current.ContactedAt, by, request, seen.Now);
            lines.Add(new ClockLine("第一次联系职工", contact is null ? "" : SpokenTime.Limit(contact.Limit), current.DispatchedAt, due, "联系", contact is null ? "" : $"{contact.Code} · {contact.Basis}"));
        }

        return lines;
    }

    private static string LimitOf(Term term, bool isKnown) => !isKnown ? ""
        : SpokenTime.Limit(new Limit(term.Amount, term.Unit)) + (term.Added == 0 ? "" : $"，加了 {SpokenTime.Limit(new Limit(term.Added, term.Unit))}");

    private static string BasisOf(Request request, ClockRule? handling, Service service) =>
        request.LimitUnit == LimitUnit.WorkingDays && request.LimitAmount == service.LimitWorkingDays ? $"“{service.Name}”自己的期限 · {service.Basis}"
        : handling is null ? service.Basis
        : $"{handling.Code} · {handling.Basis}";

    private static DueView Ended(DueView due, DateTimeOffset? ended, DateTimeOffset by, Request request, DateTimeOffset now) =>
        ended is { } at ? due with { State = at <= by ? RingState.Done : RingState.Late, Left = at <= by ? "按时办到" : "办到了，晚了" }
        : request.PausedUntil is { } until ? ClockView.Standing(due, until, request.IsDeferred, now)
        : due;
}
