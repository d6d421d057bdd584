using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Tests.Clocks;

namespace UnionHall.Requests.Tests.Model;

/// <summary>Up, back, aside, and what pushes.</summary>
internal sealed partial class RandomWalk
{
    private IEnumerable<(string, Action)> Up()
    {
        yield return ("report result", () => Check(
            "report result", model.IsWorked && model.Leads.Count > 1 && !model.ReturnWaits && model.Beside.Count == 0, () => request.ReportResult("办好了", model.Leads.Count > 1 ? model.Leads[^2].Unit : model.Unit, Someone, now), () =>
            {
                model.Pop();
                model.State = RequestState.Acknowledged;
            }));
        yield return ("report up", () =>
        {
            var (to, hours) = (Unit, Hours);
            Check("report up", model.IsWorked && to != model.Unit && model.Fits(now, hours) && !model.ReturnWaits, () => request.ReportUp(to, Term(hours), "权限不够", Someone, now), () => model.GoUp(to, now, hours));
        }
        );
        yield return ("escalate", () => Escalate("escalate", Unit, Hours));
        for (var often = 0; often < 2; often++)
        {
            yield return ("ask return", () =>
            {
                var (until, by) = (model.IsOpen ? model.Top.Start.AddHours(30) : now, Someone);
                var isLegal = model.State is RequestState.Dispatched or RequestState.Acknowledged && model.Top is { IsSent: true, ReturnAsked: false } && model.Leads.Count > 1 && now <= until
                    && model.Beside.Values.All(side => model.Leads.SkipLast(1).Contains(side.Owner));
                Check("ask return", isLegal, () => Kept(request.AskReturn("不归我们", null, until, "", by, now), ask => objection = (ask, by, model.Top)), () => (model.Top.ReturnAsked, model.Top.ReturnWaits) = (true, true));
            }
            );
            yield return ("decide return", DecideReturn);
            yield return ("decide return", DecideReturn);
            yield return ("decide return", DecideReturn);
        }
    }

    private void Escalate(string act, UnitId to, int hours) => Check(act, model.IsOpen && to != model.Unit && model.Fits(now, hours), () => request.Escalate(to, Term(hours), "超期", Someone, now), () =>
    {
        model.Escalations++;
        model.GoUp(to, now, hours);
    });

    private void DecideReturn()
    {
        if (objection is not { } open)
        {
            return;
        }

        var (by, accepts) = (Someone, random.Next(2) == 0);
        var isLegal = model.IsOpen && model.Top == open.Hop && model.ReturnWaits && by != open.By;
        var taker = model.Leads.Count > 1 ? model.Leads[^2].Unit : model.Unit;
        Check("decide return", isLegal, () => request.DecideReturn(open.Ask, accepts, "看过了", null, taker, by, now), () =>
        {
            model.Top.ReturnWaits = false;
            if (accepts)
            {
                model.Gave.Add(model.Unit);
                model.Pop();
                model.State = model.State == RequestState.Asked ? model.State : model.Leads.Count == 1 && !model.InDispute ? RequestState.Submitted : RequestState.Acknowledged;
            }
        });
    }

    private IEnumerable<(string, Action)> Aside()
    {
        for (var often = 0; often < 2; often++)
        {
            yield return ("call", () =>
            {
                var (role, hours) = ((OrderRole)random.Next(2, 5), random.Next(1, 40));
                UnitId[] called = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => random.Next(8) == 0 ? model.Unit : Others[random.Next(Others.Length)])];
                var isLegal = model.IsOpen && model.Pause is null && !model.ReturnWaits && called.Length >= (role == OrderRole.Part ? 2 : 1) && called.Distinct().Count() == called.Length
                    && !called.Any(unit => model.Beside.ContainsKey(unit) || model.Leads.Exists(lead => lead.Unit == unit)) && (model.Top.Due <= now || now.AddHours(hours) <= model.Top.Due);
                Check("call", isLegal, () => request.Call(role, [.. called.Select(unit => new SideCall(unit, Term(hours), "查一下"))], Someone, now), () =>
                {
                    Sign(model.State == RequestState.Asked ? RequestState.Asked : RequestState.Acknowledged);
                    foreach (var unit in called)
                    {
                        model.Beside[unit] = new Beside(model.Top, now) { Hours = hours, Due = now.AddHours(hours) };
                    }
                });
            }
            );
        }

        yield return ("sign side", () => OnSide("sign side", order => request.SignSide(order, Someone, now), _ => { }));
        yield return ("report side", () => OnSide("report side", order => request.ReportSide(order, "还在查", Someone, now), _ => { }));
        yield return ("cancel side", () => OnSide("cancel side", order => request.CancelSide(order, "不用了", Someone, now), unit => model.Beside.Remove(unit)));
        for (var often = 0; often < 3; often++)
        {
            yield return ("answer side", () => OnSide("answer side", order => request.AnswerSide(order, "查清了", Someone, now), unit => model.Beside.Remove(unit)));
        }

        yield return ("hand on side", () =>
        {
            var to = Others[random.Next(Others.Length)];
            OnSide("hand on side", order => order.UnitId == to ? HopRefusals.SideEnded : request.HandOnSide(order, to, Someone, now), unit =>
            {
                var moved = model.Beside[unit];
                model.Beside.Remove(unit);
                model.Beside.TryAdd(to, moved);
            }, order => order.UnitId != to);
        }
        );
        yield return ("confer", () => Check("confer", !model.HasEnded && model.State != RequestState.Merged, () => request.Confer(new ConferenceNotes(new DateOnly(2026, 9, 18), "三家", "一起办", "各管一段"), Someone, now), null));
    }

    /// <summary>On some order beside the lead, ended ones among them.</summary>
    private void OnSide(string act, Func<WorkOrder, Result> verb, Action<UnitId> follow, Func<WorkOrder, bool>? more = null)
    {
        var sides = request.Orders.Where(order => !order.IsLead).ToList();
        if (sides.Count > 0)
        {
            var order = sides[random.Next(sides.Count)];
            var isOpen = model.Beside.ContainsKey(order.UnitId) && sides.FindLast(side => side.UnitId == order.UnitId) == order;
            Check(act, isOpen && (more?.Invoke(order) ?? true), () => verb(order), () => follow(order.UnitId));
        }
    }

    private IEnumerable<(string, Action)> Pushes()
    {
        yield return ("chase", () => Check("chase", model.IsOpen, () => request.Chase(request.CurrentOrder ?? request.Orders[0], "今天办", Someone, now), () => model.Chases++));
        yield return ("supervise", () =>
        {
            var until = now.AddHours(random.Next(-5, 50));
            Check("supervise", model.IsOpen && !model.Supervised && until > now, () => Kept(request.Supervise(GivenClock.Street, "拖了", until, Someone, now), made => supervision = made), () => model.Supervised = true);
        }
        );
        yield return ("report back", () => OnSupervision("report back", one => request.ReportBack(one, "在办", Someone, now), () => { }));
        yield return ("end supervision", () => OnSupervision("end supervision", one => request.EndSupervision(one, "办妥了", Someone, now), () => model.Supervised = false));
    }

    private void OnSupervision(string act, Func<Supervision, Result> verb, Action follow)
    {
        if (supervision is { } one)
        {
            Check(act, model.Supervised, () => verb(one), follow);
        }
    }

    private void Sign(RequestState state) => (model.Top.Signed, model.State) = (true, state);
}
