using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Tests.Model;

/// <summary>What a request is now, read from nothing but the lines of its timeline.</summary>
internal sealed record Rebuilt(RequestState State, UnitId Unit, IReadOnlyCollection<UnitId> Beside, int Disputes, int Chases, int Escalations, bool Stands, bool Supervised, bool IsProblem, int Reopens, int Reworks, int Joined)
{
    public static Rebuilt From(IEnumerable<TimelineEntry> timeline)
    {
        var (state, leads, beside) = (RequestState.Submitted, new List<(UnitId Unit, bool Signed)>(), new HashSet<UnitId>());
        var (disputes, chases, escalations, stands, supervised, problem) = (0, 0, 0, false, false, false);
        var (reopens, reworks, joined, before) = (0, 0, 0, RequestState.Submitted);
        foreach (var entry in timeline)
        {
            var unit = entry.UnitId ?? default;
            switch (entry.Kind)
            {
                case TimelineKind.Submitted: leads.Add((unit, false)); break;
                case TimelineKind.Dispatched: Sign(); leads.Add((unit, false)); state = RequestState.Dispatched; break;
                case TimelineKind.Acknowledged: Sign(); state = RequestState.Acknowledged; break;
                case TimelineKind.Asked: Sign(); state = RequestState.Asked; break;
                case TimelineKind.Answered: state = leads[^1].Signed ? RequestState.Acknowledged : RequestState.Dispatched; break;
                case TimelineKind.Replied: state = RequestState.Replied; stands = false; break;
                case TimelineKind.Disputed: (leads, state) = ([(unit, false)], RequestState.Disputed); disputes++; break;
                case TimelineKind.HandedOn: leads[^1] = (unit, leads[^1].Signed); break;
                case TimelineKind.Confirmed or TimelineKind.Closed: End(RequestState.Closed); break;
                case TimelineKind.Declined: End(RequestState.Declined); break;
                case TimelineKind.Withdrawn: End(RequestState.Withdrawn); break;
                case TimelineKind.ReportedUp: Up(unit); break;
                case TimelineKind.Escalated: Up(unit); escalations++; break;
                case TimelineKind.ResultReported: Back(unit, RequestState.Acknowledged); break;
                case TimelineKind.Returned: Back(unit, leads.Count == 2 && disputes == 0 ? RequestState.Submitted : RequestState.Acknowledged); break;
                case TimelineKind.SideCalled: Sign(); beside.Add(unit); state = state == RequestState.Asked ? state : RequestState.Acknowledged; break;
                case TimelineKind.SideHandedOn: beside.Add(unit); break;
                case TimelineKind.SideAnswered or TimelineKind.SideCancelled: beside.Remove(unit); break;
                case TimelineKind.Paused or TimelineKind.Deferred: stands = true; break;
                case TimelineKind.Resumed: stands = false; break;
                case TimelineKind.Chased or TimelineKind.WorkerChased: chases++; break;
                case TimelineKind.Merged: (before, state) = (state, RequestState.Merged); break;
                case TimelineKind.Unmerged: state = before; break;
                case TimelineKind.TookIn: joined++; break;
                case TimelineKind.LetGo: joined--; break;
                case TimelineKind.Reopened: (leads, state) = ([(unit, false)], RequestState.Dispatched); reopens++; break;
                case TimelineKind.Reworked: Redo(unit); break;
                case TimelineKind.Supervised: supervised = true; break;
                case TimelineKind.SupervisionEnded: supervised = false; break;
                case TimelineKind.ProblemMarked: problem = true; break;
            }
        }

        return new Rebuilt(state, leads[^1].Unit, beside, disputes, chases, escalations, stands, supervised, problem, reopens, reworks, joined);

        void Sign() => leads[^1] = (leads[^1].Unit, true);

        void Redo(UnitId unit)
        {
            var goesUp = disputes + reworks > 0;
            (leads, state) = ([(unit, false)], goesUp ? RequestState.Disputed : RequestState.Dispatched);
            (reworks, disputes) = (reworks + 1, disputes + (goesUp ? 1 : 0));
        }

        void End(RequestState how)
        {
            (state, stands) = (how, false);
            beside.Clear();
        }

        void Back(UnitId unit, RequestState to)
        {
            leads.RemoveAt(leads.Count - 1);
            leads[^1] = (unit, leads[^1].Signed);
            state = state == RequestState.Asked ? state : to;
        }

        void Up(UnitId unit)
        {
            var had = leads.FindIndex(lead => lead.Unit == unit);
            leads.RemoveRange(had < 0 ? leads.Count - 1 : had, had < 0 ? 1 : leads.Count - had);
            leads.Add((unit, false));
            state = state == RequestState.Asked ? state : RequestState.Dispatched;
        }
    }
}
