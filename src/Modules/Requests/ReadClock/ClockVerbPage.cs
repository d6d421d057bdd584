using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.ReadClock;

/// <summary>A verb page that shows the clocks beside its form.</summary>
internal abstract class ClockVerbPage<TForm>(ClockQuery clocks, ICurrentActor current) : VerbPage<TForm>(current)
    where TForm : class, new()
{
    public ClockView View { get; private set; } = null!;

    protected override async Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        if (await clocks.FindAsync(actor, Number, stop) is not { } found)
        {
            return false;
        }

        View = found;
        return true;
    }
}
