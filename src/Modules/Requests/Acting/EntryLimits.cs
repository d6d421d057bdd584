using UnionHall.Platform.Security;
using UnionHall.Platform;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;
using UnionHall.Requests.Templates;
using UnionHall.Text;

namespace UnionHall.Requests.Acting;

/// <summary>How much the desk may write and attach at once, numbers that administrators keep; and what may go out to a worker at all.</summary>
internal sealed class EntryLimits(RequestSettings settings, TimeProvider clock)
{
    public Task<Refusal?> FilesRefusalAsync(EntryForm form, CancellationToken stop) => FilesRefusalAsync(form.Files.Distinct().Count() + form.Uploads.Count, stop);

    public async Task<Refusal?> FilesRefusalAsync(int count, CancellationToken stop) => (await settings.InForceAsync(stop)).DeskFilesMost is var most && count > most
        ? new Refusal("files-too-many", $"一次最多带 {most} 个文件，去掉几个再发。写的都还在。", nameof(EntryForm.Files))
        : null;

    /// <summary>For what the worker will read: nothing of a template may be left to be filled, and no number of a person goes out unexplained.</summary>
    public async Task<Refusal?> SendRefusalAsync(EntryForm form, CancellationToken stop) =>
        await AnswerRefusalAsync(form, stop) ?? SendRefusal(form.Words, form.Why, nameof(form.Text), nameof(form.Why));

    /// <summary>For an answer, whose numbers are among the hints that <see cref="ReplyRequest.ReplyHints"/> gives before it is sent.</summary>
    public async Task<Refusal?> AnswerRefusalAsync(EntryForm form, CancellationToken stop) =>
        await RefusalAsync(form, stop) ?? TemplatePlaces.Unfilled(form.Words, nameof(form.Text));

    /// <summary>The same for words of another form.</summary>
    /// <param name="why">Why a number of a person may stand there.</param>
    public Refusal? SendRefusal(string words, string? why, string field, string whyField) =>
        TemplatePlaces.Unfilled(words, field) ?? SentNumbers.Refusal(words, why, whyField, ChinaTime.Today(clock));

    /// <summary>For the timeline: numbers that were explained; null when there are none.</summary>
    public string? PassedOver(string words, string? why) => SentNumbers.PassedOver(words, why, ChinaTime.Today(clock));

    /// <summary>Keeps on the timeline what was explained, once the words have gone out. The answer of the verb that sent them.</summary>
    public Result Keep(Request request, Result sent, string words, string? why, Actor actor)
    {
        request.PassOver(sent.Succeeded ? PassedOver(words, why) : null, actor, clock.GetUtcNow());
        return sent;
    }

    public Task<Refusal?> RefusalAsync(EntryForm form, CancellationToken stop) => RefusalAsync(form.Words, nameof(form.Text), stop);

    public async Task<Refusal?> RefusalAsync(string? words, string field, CancellationToken stop)
    {
        var most = (await settings.InForceAsync(stop)).DeskWordsMost;
        return words is not null && PlainText.CountCodePoints(words) is var count && count > most
            ? new Refusal("words-too-long", $"最多 {most:#,0} 个字，现在 {count:#,0} 个，请分两次说。写的都还在。", field)
            : null;
    }
}
