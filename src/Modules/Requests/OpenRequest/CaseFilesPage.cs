using UnionHall.Platform;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.OpenRequest;

/// <summary>A verb page whose form carries files: they are taken in first and listed again when the rest is refused.</summary>
internal abstract class CaseFilesPage<TForm>(CaseQuery cases, EntryFiles files, ICurrentActor current) : CaseVerbPage<TForm>(cases, current)
    where TForm : EntryForm, new()
{
    /// <summary>What came with it so far.</summary>
    public IReadOnlyList<FileSummary> Files { get; private set; } = [];

    protected override Task<Result> TakeAsync(Actor actor, CancellationToken stop) => files.TakeAsync(Form, actor, stop);

    protected override async Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        Files = await files.ShownAsync(Form, actor, stop);
        return await base.FindAsync(actor, stop);
    }
}
