using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Tests.Clocks;

namespace UnionHall.Requests.Tests.Model;

/// <summary>One sequence of random acts, legal and illegal, on a request and on the reference beside it.</summary>
internal sealed class RandomWalk
{
    private const int ChaseHours = 24;
    private const int LateDays = 3;

    private static readonly DateTimeOffset Start = GivenClock.At("2026-09-18 14:20");
    private static readonly UnitId[] Tree = [.. Enumerable.Range(1, 5).Select(Key)];
    private static readonly UnitId[] Others = [.. Enumerable.Range(11, 4).Select(Key)];
    private static readonly Actor[] People = [.. Enumerable.Range(1, 3).Select(one => new Actor(new AccountId(new Guid(one, 1, 7, new byte[8])), "周同志", []))];
    private static readonly Actor Worker = Actor.Visitor(null);
    private static readonly ProblemRule Problem = new(3, 3);
    private static readonly ClockRule Rule = new ClockRule { Profile = "x", Code = "K3", Basis = "x" }.With(new Limit(48, LimitUnit.Hours), new Limit(24, LimitUnit.Hours), 1);

    /// <summary>Tried less often, so that walks are long.</summary>
    private static readonly HashSet<string> Ending = ["decline", "withdraw", "solved"];

    private readonly Random random;
    private readonly Request request;
    private readonly ReferenceRequest model;
    private readonly List<(string Act, Action Try)> acts;
    private (OrderReturn Ask, Actor By, Hop Hop)? objection;
    private Supervision? supervision;
    private DateTimeOffset now = Start;

    public RandomWalk(int seed)
    {
        random = new Random(seed);
        request = GivenClock.Submitted("2026-09-18 14:20", 72, LimitUnit.Hours);
        model = new ReferenceRequest { Submitted = Start, Hours = 72, Due = Start.AddHours(72), Unit = GivenClock.Street };
        model.Push(GivenClock.Street, Start, null, isSent: false);
        acts = [.. Desk(), .. Clocks(), .. WorkersOwn(), .. Up(), .. Aside(), .. Pushes()];
    }

    /// <summary>How many acts were legal and how many were not, by name.</summary>
    public Dictionary<string, (int Legal, int Illegal)> Seen { get; } = [];

    public List<string> Trail { get; } = [];

    public void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            now = now.AddMinutes(random.Next(1, random.Next(8) == 0 ? 4000 : 300));
            var (name, act) = acts[random.Next(acts.Count)];
            if (Ending.Contains(name) && random.Next(5) > 0)
            {
                continue;
            }

            Trail.Add($"{GivenClock.Said(now)} {name}");
            act();
            model.IsProblem |= model.Disputes >= Problem.Reworks || model.Gave.Count >= Problem.Units;
            request.MarkProblem(Problem, GivenClock.Sweeper, now);
            Compare();
        }
    }

    private static UnitId Key(int number) => new(new Guid(number, 0, 7, new byte[8]));

    private Actor Someone => People[random.Next(People.Length)];

    private UnitId Unit => random.Next(4) == 0 ? model.Unit : Tree[random.Next(Tree.Length)];

    private int Hours => random.Next(6) == 0 ? 2000 : random.Next(1, 60);

    private HopTerm Term(int hours) => HopTerm.Of(new DueTime(now.AddHours(hours), false, null), new Limit(hours, LimitUnit.Hours));

    /// <summary>Does it, and holds the answer against what the reference says. A refusal leaves no trace.</summary>
    private void Check(string act, bool isLegal, Func<Result> verb, Action? follow)
    {
        var before = (request.State, request.CurrentUnit, request.Timeline.Count, request.Ledger.Count, request.Orders.Count, request.OpenSides.Count, request.DueAt, request.NextDueAt);
        var (due, rows, stood) = (request.DueAt, request.Ledger.Count, request.PausedAt);
        var refusal = verb().Refusal;
        (refusal is null).ShouldBe(isLegal, $"{act}: {refusal?.Code}");
        var (legal, illegal) = Seen.GetValueOrDefault(act);
        Seen[act] = isLegal ? (legal + 1, illegal) : (legal, illegal + 1);
        if (!isLegal)
        {
            (request.State, request.CurrentUnit, request.Timeline.Count, request.Ledger.Count, request.Orders.Count, request.OpenSides.Count, request.DueAt, request.NextDueAt).ShouldBe(before, act);
            return;
        }

        follow?.Invoke();
        LedgerTells(act, due, rows, stood);
    }

    /// <summary>The overall clock neither moves nor stops nor starts without a row that says who and why.</summary>
    private void LedgerTells(string act, DateTimeOffset due, int rows, DateTimeOffset? stood)
    {
        var written = request.Ledger.Skip(rows).ToList();
        if (request.DueAt != due)
        {
            written.ShouldContain(entry => entry.OrderId == null && entry.DueBefore == due && entry.DueAfter == request.DueAt && entry.ApprovedName != null, act);
        }

        if (request.IsOpen && request.PausedAt != stood)
        {
            written.ShouldContain(entry => entry.Kind == (request.PausedAt == null ? ClockChange.Resumed : request.IsDeferred ? ClockChange.Deferred : ClockChange.Paused), act);
        }
    }

    private void Compare()
    {
        var orders = request.Orders.Where(order => order.IsOpenLead).OrderBy(order => order.Id.Value).ToList();
        request.State.ShouldBe(model.State);
        request.CurrentUnit.ShouldBe(model.Unit);
        orders.Select(order => (order.UnitId, order.DueAt)).ShouldBe(model.Leads.Select(lead => (lead.Unit, lead.Due)));
        request.OpenSides.Select(order => (order.UnitId, order.DueAt)).ShouldBe(model.Beside.Select(side => (side.Key, side.Value.Due)), ignoreOrder: true);
        (request.DueAt, request.Disputes, request.Chases, request.Escalations, request.PausedAt is not null, request.SupervisedAt is not null, request.ProblemAt is not null)
            .ShouldBe((model.Due, model.Disputes, model.Chases, model.Escalations, model.Pause is not null, model.Supervised, model.IsProblem));
        if (request.IsOpen)
        {
            request.NextDueAt.ShouldBe(model.Next);
        }

        var told = Rebuilt.From(request.Timeline);
        (told.State, told.Unit, told.Disputes, told.Chases, told.Escalations, told.Stands, told.Supervised, told.IsProblem).ShouldBe((
            request.State, request.CurrentUnit, request.Disputes, request.Chases, request.Escalations, request.PausedAt is not null, request.SupervisedAt is not null, request.ProblemAt is not null));
        told.Beside.ShouldBe(request.OpenSides.Select(order => order.UnitId), ignoreOrder: true);
    }

    private IEnumerable<(string, Action)> Desk()
    {
        yield return ("dispatch", () =>
        {
            var (to, hours) = (Unit, Hours);
            Check("dispatch", model.IsWorked && to != model.Unit && model.Fits(now, hours) && !model.ReturnWaits, () => request.Dispatch(to, Term(hours), null, Someone, now), () =>
            {
                model.Top.Signed = true;
                model.Push(to, now, hours, isSent: true);
                model.State = RequestState.Dispatched;
            });
        });
        yield return ("acknowledge", () => Check(
            "acknowledge", model.State is RequestState.Submitted or RequestState.Dispatched or RequestState.Disputed, () => request.Acknowledge(Someone, now), () => Sign(RequestState.Acknowledged)));
        yield return ("assign", () => Check("assign", model.IsOpen, () => request.Assign(new AccountId(Guid.CreateVersion7()), "李敏", Someone, now), null));
        yield return ("ask", () => Check("ask", model.IsWorked, () => request.Ask("哪一台？", Someone, now), () => Sign(RequestState.Asked)));
        yield return ("reply", () => Check("reply", model.IsOpen && model.Beside.Count == 0, () => request.Reply("修好了", now.AddHours(100), Someone, now), () =>
        {
            model.Leave(RequestState.Replied);
            (model.Answered, model.ConfirmBy) = (true, now.AddHours(100));
        }));
        yield return ("decline", () => Check(
            "decline", !model.InDispute && model.Beside.Count == 0 && model.State is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged && model.Beside.Count == 0,
            () => request.Decline("找社保局", Someone, now), () => model.Leave(RequestState.Declined)));
        yield return ("close", () => Check(
            "close", model.InDispute && model.Leads.Count == 1 && model.Beside.Count == 0, () => request.Close("到此为止", Someone, now), () => model.Leave(RequestState.Closed)));
        yield return ("close silent", () => Check(
            "close silent", model.State == RequestState.Replied && model.ConfirmBy <= now, () => request.CloseSilent(GivenClock.Sweeper, now), () => model.Leave(RequestState.Closed)));
        yield return ("hand on", () =>
        {
            var to = Unit;
            Check("hand on", !model.HasEnded && to != model.Unit, () => request.HandOn(to, false, Someone, now), () =>
            {
                model.Unit = to;
                if (model.IsOpen)
                {
                    (model.Top.Unit, model.Top.ReturnAsked, model.Top.ReturnWaits) = (to, false, false);
                }
            });
        });
    }

    private IEnumerable<(string, Action)> Clocks()
    {
        yield return ("pause", () =>
        {
            var (defers, until) = (random.Next(2) == 0, now.AddHours(random.Next(1, 200)));
            var isLegal = model.IsOpen && model.Pause is null && (defers || model.Next >= now) && ChinaTime.DateOf(until) > ChinaTime.DateOf(now);
            Check("pause", isLegal, () => Granted(new ClockWish(defers ? ClockAskKind.Deferral : ClockAskKind.Pause, null, until, "r", "e")), () =>
            {
                model.Pause = (now, until);
                model.Rework();
            });
        });
        yield return ("extend", () =>
        {
            var hours = random.Next(0, 30);
            var isLegal = model.PromiseRuns && model.Pause is null && model.Next >= now && model.Extensions == 0 && hours is > 0 and <= 24;
            Check("extend", isLegal, () => Granted(new ClockWish(ClockAskKind.Extension, hours, null, "r", "e")), () => model.Extend(hours));
        });
        yield return ("resume", () => Check("resume", model.Pause is not null, () => request.Resume("r", GivenClock.Calendar, Someone, now), () => model.Resume(now)));
        yield return ("urgency", () =>
        {
            var (urgency, hours) = ((Urgency)random.Next(1, 5), random.Next(1, 200));
            Check("urgency", model.IsOpen && urgency != model.Urgency && model.Pause is null, () => request.SetUrgency(urgency, new Limit(hours, LimitUnit.Hours), "r", GivenClock.Calendar, Someone, now), () =>
            {
                model.Urgency = urgency;
                model.TakeLimit(hours, now);
            });
        });
        yield return ("contact", () => Check("contact", model.IsOpen, () => request.Contacted("电话", "约好了", true, Someone, now), null));
        yield return ("sweep", Sweep);
    }

    /// <summary>A pause ends at its date; a hop that is late too long goes up.</summary>
    private void Sweep()
    {
        Check("sweep", true, () =>
        {
            request.Sweep(GivenClock.Calendar, GivenClock.Sweeper, now);
            return Result.Done;
        }, () =>
        {
            if (model.Pause is { } pause && pause.Until < now)
            {
                model.Resume(now);
            }
        });
        if (request.IsToEscalate(LateDays, GivenClock.Calendar, now))
        {
            (model.IsOpen && model.Pause is null && model.Top.Due < now).ShouldBeTrue();
            Escalate("escalate late", Tree.First(unit => unit != model.Unit), 1);
        }
    }

    private IEnumerable<(string, Action)> WorkersOwn()
    {
        yield return ("answer", () => Check("answer", model.State == RequestState.Asked, () => request.Answer("那一台", Worker, now), () =>
            model.State = model.Top.Signed ? RequestState.Acknowledged : RequestState.Dispatched));
        yield return ("supplement", () => Check("supplement", !model.HasEnded, () => request.Supplement("还有", Worker, now), null));
        yield return ("solved", () => Check("solved", model.State == RequestState.Replied , () => request.ConfirmSolved(null, null, Worker, now), () => model.Leave(RequestState.Closed)));
        for (var often = 0; often < 3; often++)
        {
            yield return ("dispute", () =>
            {
                var (above, hours) = (Unit, random.Next(1, 60));
                Check("dispute", model.State == RequestState.Replied, () => request.Dispute(above, Term(hours), null, "还是坏的", Worker, now), () =>
                {
                    (model.Disputes, model.State) = (model.Disputes + 1, RequestState.Disputed);
                    model.Push(above, now, hours, isSent: false);
                });
            });
        }

        yield return ("withdraw", () => Check("withdraw", !model.HasEnded, () => request.Withdraw(null, Worker, now), () => model.Leave(RequestState.Withdrawn)));
        yield return ("worker chase", () => Check(
            "worker chase", model.IsOpen && model.State != RequestState.Asked && !(model.WorkerChased?.AddHours(ChaseHours) > now), () => request.WorkerChase(ChaseHours, Worker, now),
            () => (model.Chases, model.WorkerChased) = (model.Chases + 1, now)));
    }

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
        });
        yield return ("escalate", () => Escalate("escalate", Unit, Hours));
        for (var often = 0; often < 2; often++)
        {
            yield return ("ask return", () =>
            {
                var (until, by) = (model.IsOpen ? model.Top.Start.AddHours(30) : now, Someone);
                var isLegal = model.State is RequestState.Dispatched or RequestState.Acknowledged && model.Top is { IsSent: true, ReturnAsked: false } && model.Leads.Count > 1 && now <= until
                    && model.Beside.Values.All(side => model.Leads.SkipLast(1).Contains(side.Owner));
                Check("ask return", isLegal, () => Kept(request.AskReturn("不归我们", null, until, "", by, now), ask => objection = (ask, by, model.Top)), () => (model.Top.ReturnAsked, model.Top.ReturnWaits) = (true, true));
            });
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
            });
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
        });
        yield return ("confer", () => Check("confer", !model.HasEnded, () => request.Confer(new ConferenceNotes(new DateOnly(2026, 9, 18), "三家", "一起办", "各管一段"), Someone, now), null));
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
        });
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

    private Result Granted(ClockWish wish) => request.AskClock(wish, Rule, GivenClock.Calendar, People[0], now) is { Value: { } ask }
        ? request.Decide(ask, granted: true, null, Rule, GivenClock.Calendar, People[1], now)
        : request.AskClock(wish, Rule, GivenClock.Calendar, People[0], now);

    private static Result Kept<T>(Result<T> result, Action<T> keep)
    {
        if (result.Succeeded)
        {
            keep(result.Value!);
        }

        return result;
    }
}
