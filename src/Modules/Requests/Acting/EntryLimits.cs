using UnionHall.Platform;
using UnionHall.Requests.Settings;
using UnionHall.Requests.Templates;
using UnionHall.Text;

namespace UnionHall.Requests.Acting;

/// <summary>How much the desk may write and attach at once: numbers that administrators keep.</summary>
internal sealed class EntryLimits(RequestSettings settings)
{
    public async Task<Refusal?> FilesRefusalAsync(EntryForm form, CancellationToken stop)
    {
        var most = (await settings.InForceAsync(stop)).DeskFilesMost;
        return form.Files.Distinct().Count() + form.Uploads.Count > most
            ? new Refusal("files-too-many", $"一次最多带 {most} 个文件，去掉几个再发。写的都还在。", nameof(form.Files))
            : null;
    }

    /// <summary>For what the worker will read: nothing of a template may be left to be filled.</summary>
    public async Task<Refusal?> SendRefusalAsync(EntryForm form, CancellationToken stop) =>
        await RefusalAsync(form, stop) ?? TemplatePlaces.Unfilled(form.Words, nameof(form.Text));

    public Task<Refusal?> RefusalAsync(EntryForm form, CancellationToken stop) => RefusalAsync(form.Words, nameof(form.Text), stop);

    public async Task<Refusal?> RefusalAsync(string? words, string field, CancellationToken stop)
    {
        var most = (await settings.InForceAsync(stop)).DeskWordsMost;
        return words is not null && PlainText.CountCodePoints(words) is var count && count > most
            ? new Refusal("words-too-long", $"最多 {most:#,0} 个字，现在 {count:#,0} 个，请分两次说。写的都还在。", field)
            : null;
    }
}
