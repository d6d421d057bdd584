using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Tests.Clocks;

namespace UnionHall.Requests.Tests.Model;

/// <summary>One sequence of random acts, legal and illegal, on a request and on the reference beside it.</summary>
internal sealed partial class RandomWalk
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
    private static readonly HashSet<string> Ending = ["decline", "withdraw", "solved", "merge"];

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
        acts = [.. Desk(), .. Clocks(), .. WorkersOwn(), .. Up(), .. Aside(), .. Pushes(), .. Together(), .. Consent()];
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
            model.IsProblem |= model.Disputes + (model.Reworked ? 1 : 0) >= Problem.Reworks || model.Gave.Count >= Problem.Units;
            model.Waits = (model.IsOpen || model.State == RequestState.Merged) && model.Waits == model.Unit ? model.Waits : null;
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
        (request.Reopens, request.Reworks, request.Joined, request.People, request.StateBefore).ShouldBe((model.Reopens, model.Reworks, model.Joined, model.People, model.Before));
        (request.DueAt, request.Disputes, request.Chases, request.Escalations, request.PausedAt is not null, request.SupervisedAt is not null, request.ProblemAt is not null)
            .ShouldBe((model.Due, model.Disputes, model.Chases, model.Escalations, model.Pause is not null, model.Supervised, model.IsProblem));
        (request.Rating, request.ApprovalAskedAt is not null).ShouldBe((model.Rating, model.Waits is not null));
        if (request.IsOpen)
        {
            request.NextDueAt.ShouldBe(model.Next);
        }

        var told = Rebuilt.From(request.Timeline);
        (told.State, told.Unit, told.Disputes, told.Chases, told.Escalations, told.Stands, told.Supervised, told.IsProblem).ShouldBe((
            request.State, request.CurrentUnit, request.Disputes, request.Chases, request.Escalations, request.PausedAt is not null, request.SupervisedAt is not null, request.ProblemAt is not null));
        (told.Reopens, told.Reworks, told.Joined).ShouldBe((request.Reopens, request.Reworks, request.Joined));
        told.Beside.ShouldBe(request.OpenSides.Select(order => order.UnitId), ignoreOrder: true);
    }

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
