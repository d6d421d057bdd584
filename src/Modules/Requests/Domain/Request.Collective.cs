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

        return Represented(all, "", actor, at);
    }

    /// <summary>不当代表了: one of them says that he does not speak for the others any more.</summary>
    /// <param name="all">All who take part.</param>
    public Result StepDown(IReadOnlyList<Participant> all, RequestId own, Actor actor, DateTimeOffset at)
    {
        if (all.FirstOrDefault(one => one.RequestId == own) is not { RepresentsSince: not null } representative)
        {
            return MergeRefusals.NotRepresentative;
        }

        representative.Represent(false, actor, at);
        return Represented(all, "有一名自己不当了，还有 ", actor, at);
    }

    private Result Represented(IReadOnlyList<Participant> all, string how, Actor actor, DateTimeOffset at)
    {
        var count = all.Count(one => one.RepresentsSince is not null);
        Tell(TimelineKind.RepresentativesNamed, actor, at, CurrentUnit, $"{how}{count} 名代表，共 {People} 人", isPublic: false);
        Events.Add(new RepresentativesNamed(Id, Reference, count));
        PlanSweep();
        return Result.Done;
    }
}
