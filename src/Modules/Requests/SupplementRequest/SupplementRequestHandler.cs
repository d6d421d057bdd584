using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Following;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.SupplementRequest;

/// <summary>Adds to what the worker said; new facts open an ended request again.</summary>
internal sealed class SupplementRequestHandler(WorkerDesk desk, AddedWords added, WorkerFiles files, RequestSettings settings)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, SupplementRequestForm form, CancellationToken stop)
    {
        var words = WorkerWords.Read(form.Text, (await settings.InForceAsync(stop)).WordsMost, "写一句再补充。", nameof(form.Text));
        return words.Refusal is { } refusal
            ? refusal
            : await desk.ActAsync(actor, reference, async (request, worker) =>
            {
                var entry = await added.AddAsync(request, words.Value!, worker, stop);
                return entry.Succeeded ? await files.AttachAsync(entry.Value!, request.Visibility, form.Photos, actor, stop) : entry;
            }, stop);
    }
}
