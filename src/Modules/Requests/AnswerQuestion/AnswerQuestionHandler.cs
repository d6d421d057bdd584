using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Following;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.AnswerQuestion;

/// <summary>Takes the worker's answer to a question of the desk.</summary>
internal sealed class AnswerQuestionHandler(WorkerDesk desk, WorkerFiles files, RequestSettings settings, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, AnswerQuestionForm form, CancellationToken stop)
    {
        var words = WorkerWords.Read(form.Text, (await settings.InForceAsync(stop)).WordsMost, "写一句再回复。", nameof(form.Text));
        return words.Refusal is { } refusal
            ? refusal
            : await desk.ActAsync(actor, reference, async (request, worker) =>
            {
                var entry = request.Answer(words.Value!, worker, clock.GetUtcNow());
                return entry.Succeeded ? await files.AttachAsync(entry.Value!, request.Visibility, form.Photos, actor, stop) : entry;
            }, stop);
    }
}
