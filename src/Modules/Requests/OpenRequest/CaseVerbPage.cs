using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.OpenRequest;

/// <summary>A verb page that shows the case beside its form.</summary>
internal abstract class CaseVerbPage<TForm>(CaseQuery cases, ICurrentActor current) : VerbPage<TForm>(current)
    where TForm : class, new()
{
    public CaseView Case { get; private set; } = null!;

    protected override async Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        if (await cases.FindAsync(actor, Number, stop) is not { } found)
        {
            return false;
        }

        Case = found;
        return true;
    }
}
