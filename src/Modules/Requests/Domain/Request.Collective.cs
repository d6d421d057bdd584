using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>集体诉求: several persons' one matter. It is reported upward at once; of many, a few speak for all.</summary>
internal sealed partial class Request
{
    /// <summary>Persons whose matter it is; 1 while it is one person's.</summary>
    public int People { get; private set; } = 1;

    public bool IsCollective => People > 1;

    /// <summary>Tells the unit above that it is several persons' now.</summary>
    public void ReportCollective(UnitId above, Actor actor, DateTimeOffset at)
    {
        Tell(TimelineKind.CollectiveReported, actor, at, above, $"集体诉求，{People} 人", isPublic: false);
        Events.Add(new CollectiveReported(Id, Reference, above, People));
    }

    /// <summary>推选代表.</summary>
    /// <param name="all">All who take part, this one's own row among them.</param>
    /// <param name="chosen">Who speaks for them from now on.</param>
    public Result NameRepresentatives(IReadOnlyList<Participant> all, IReadOnlyCollection<RequestId> chosen, int most, Actor actor, DateTimeOffset at)
    {
        if (!IsCollective)
        {
            return MergeRefusals.NotCollective;
        }

        if (chosen.Count > most)
        {
            return MergeRefusals.TooManyRepresentatives(chosen.Count, most);
        }

        foreach (var one in all)
        {
            one.Represent(chosen.Contains(one.RequestId), actor, at);
        }

        Tell(TimelineKind.RepresentativesNamed, actor, at, CurrentUnit, $"{all.Count(one => one.RepresentsSince is not null)} 名代表，共 {People} 人", isPublic: false);
        Events.Add(new RepresentativesNamed(Id, Reference, all.Count(one => one.RepresentsSince is not null)));
        PlanSweep();
        return Result.Done;
    }
}
