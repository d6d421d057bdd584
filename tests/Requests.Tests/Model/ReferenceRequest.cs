using UnionHall.Platform.Security;

namespace UnionHall.Requests.Tests.Model;

/// <summary>A lead of the reference model: who has it, since when, how many hours.</summary>
internal sealed class Hop(UnitId unit, DateTimeOffset start, int? hours, bool isSent)
{
    public UnitId Unit { get; set; } = unit;

    public DateTimeOffset Start { get; } = start;

    /// <summary>Null: it follows the promise.</summary>
    public int? Hours { get; set; } = hours;

    public DateTimeOffset Due { get; set; }

    public bool IsSent { get; } = isSent;

    public bool Signed { get; set; }

    public bool ReturnAsked { get; set; }

    public bool ReturnWaits { get; set; }
}

/// <summary>A unit beside the lead.</summary>
internal sealed class Beside(Hop owner, DateTimeOffset start)
{
    public Hop Owner { get; set; } = owner;

    public DateTimeOffset Start { get; } = start;

    public int Hours { get; set; }

    public DateTimeOffset Due { get; set; }
}

/// <summary>
/// What a request should be, written once more and as plainly as can be from docs/decisions 0007 and 0008 and the domain rules: a stack
/// of leads, a set of units beside, a state, a clock in hours. It shares no code with the product but the names of states.
/// </summary>
internal sealed class ReferenceRequest
{
    public RequestState State { get; set; } = RequestState.Submitted;

    public List<Hop> Leads { get; set; } = [];

    public Dictionary<UnitId, Beside> Beside { get; } = [];

    public UnitId Unit { get; set; }

    public DateTimeOffset Submitted { get; init; }

    public int Hours { get; set; }

    public int Added { get; set; }

    public DateTimeOffset Due { get; set; }

    public bool Answered { get; set; }

    public int Disputes { get; set; }

    public int Extensions { get; set; }

    public int Chases { get; set; }

    public int Escalations { get; set; }

    public DateTimeOffset? WorkerChased { get; set; }

    public (DateTimeOffset From, DateTimeOffset Until)? Pause { get; set; }

    public DateTimeOffset ConfirmBy { get; set; }

    public bool Supervised { get; set; }

    public bool IsProblem { get; set; }

    public int Reopens { get; set; }

    /// <summary>How often a follow-up heard "not solved".</summary>
    public int Reworks { get; set; }

    /// <summary>One of them was the first time it was called unsolved, and no dispute.</summary>
    public bool Reworked { get; set; }

    /// <summary>How many others stand under it.</summary>
    public int Joined { get; set; }

    public int People { get; set; } = 1;

    /// <summary>What it was before it came under another.</summary>
    public RequestState? Before { get; set; }

    /// <summary>What the worker gave with the end in force.</summary>
    public Rating? Rating { get; set; }

    /// <summary>The unit of which a draft waits for consent.</summary>
    public UnitId? Waits { get; set; }

    public bool MayDecline => !InDispute && IsFirstTime && Beside.Count == 0 && State is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged;

    public HashSet<UnitId> Gave { get; } = [];

    public Urgency Urgency { get; set; } = Urgency.Ordinary;

    public bool IsOpen => State is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Asked or RequestState.Disputed;

    public bool IsWorked => IsOpen && State != RequestState.Asked;

    public bool HasEnded => State is RequestState.Closed or RequestState.Declined or RequestState.Withdrawn;

    public bool IsFirstTime => Reopens == 0 && Reworks == 0;

    public bool InDispute => IsOpen && Disputes > 0;

    public bool PromiseRuns => IsOpen && !Answered;

    public Hop Top => Leads[^1];

    public bool ReturnWaits => Leads.Count > 0 && Top.ReturnWaits;

    public DateTimeOffset Next => Pause is { } pause ? pause.Until : State == RequestState.Replied ? ConfirmBy : Top.Due;

    public bool Fits(DateTimeOffset at, int hours) => hours > 0 && (!PromiseRuns || Due <= at || at.AddHours(hours) <= Due);

    public void Push(UnitId unit, DateTimeOffset at, int? hours, bool isSent)
    {
        Leads.Add(new Hop(unit, at, hours, isSent) { Due = hours is { } limit ? at.AddHours(limit) : Due });
        Unit = unit;
    }

    public void Pop()
    {
        Leads.RemoveAt(Leads.Count - 1);
        Unit = Top.Unit;
    }

    public void GoUp(UnitId to, DateTimeOffset at, int hours)
    {
        Gave.Add(Top.Unit);
        var had = Leads.FindIndex(lead => lead.Unit == to);
        Leads.RemoveRange(had < 0 ? Leads.Count - 1 : had, had < 0 ? 1 : Leads.Count - had);
        Push(to, at, hours, isSent: false);
        foreach (var side in Beside.Values.Where(side => !Leads.Contains(side.Owner)))
        {
            side.Owner = Top;
        }

        State = State == RequestState.Asked ? RequestState.Asked : RequestState.Dispatched;
    }

    /// <summary>Nobody has it any more; a clock that stood has ended with it.</summary>
    public void Leave(RequestState state)
    {
        (State, Before, Rating) = (state, null, null);
        Leads.Clear();
        Beside.Clear();
        Pause = null;
    }

    public void Resume(DateTimeOffset at)
    {
        var (from, until) = Pause!.Value;
        var to = at < until ? at : until;
        Pause = null;
        Added += PromiseRuns ? Stood(Submitted) : 0;
        foreach (var lead in Leads.Where(lead => lead.Hours is not null))
        {
            lead.Hours += Stood(lead.Start);
        }

        foreach (var side in Beside.Values)
        {
            side.Hours += Stood(side.Start);
        }

        Rework();

        int Stood(DateTimeOffset start) => Math.Max(0, (int)Math.Ceiling((to - (from < start ? start : from)).TotalHours));
    }

    public void Extend(int hours)
    {
        Extensions++;
        Added += hours;
        foreach (var lead in Leads.Where(lead => lead.Hours is not null))
        {
            lead.Hours += hours;
        }

        Rework();
    }

    public void TakeLimit(int hours, DateTimeOffset at)
    {
        var spent = (int)Math.Ceiling((at - Submitted).TotalHours);
        if (Submitted.AddHours(hours) >= Due)
        {
            (Hours, Added) = (hours, 0);
        }
        else if (Submitted.AddHours(hours + spent) < Due)
        {
            (Hours, Added) = (hours, spent);
        }

        Rework();
    }

    /// <summary>The promise, then the leads, none later than the promise while it runs, then those beside, none later than the lead that called them.</summary>
    public void Rework()
    {
        Due = PromiseRuns ? Submitted.AddHours(Hours + Added) : Due;
        foreach (var lead in Leads)
        {
            var own = lead.Hours is { } hours ? lead.Start.AddHours(hours) : PromiseRuns ? Due : lead.Due;
            lead.Due = PromiseRuns && Due > lead.Start && own > Due ? Due : own;
        }

        foreach (var side in Beside.Values)
        {
            var own = side.Start.AddHours(side.Hours);
            side.Due = side.Owner.Due > side.Start && own > side.Owner.Due ? side.Owner.Due : own;
        }
    }
}
