using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ReportUp;

/// <summary>Takes a result to the unit that sent the request, or the matter itself to the unit above.</summary>
internal sealed class ReportUpHandler(RequestDesk desk, EntryFiles files, UpperUnit upper, ClockDesk clocks, RequestSettings settings)
{
    private static readonly Refusal Top = new("top", "上面没有能接办的单位了，请本单位领导决定怎么办。", nameof(ReportUpForm.Kind));

    private static readonly Refusal NoFiles = new("no-files", "报请上级接办不能带文件，先写一条内部记录带上。", nameof(EntryForm.Files));

    public async Task<Result> HandleAsync(Actor actor, string reference, ReportUpForm form, CancellationToken stop) => await files.WordsRefusalAsync(form, stop) ?? await desk.ActAsync(
        Act.ReportUp, actor, reference, form.Seen, request => form.Kind == "result" ? ResultAsync(request, form, actor, stop) : MatterAsync(request, form, actor, stop), stop);

    private async Task<Result> ResultAsync(Request request, ReportUpForm form, Actor actor, CancellationToken stop)
    {
        var taker = request.SentFrom is { } from ? await upper.TakerAsync(request, from.UnitId, stop) : request.CurrentUnit;
        var reported = request.ReportResult(form.Words, taker, actor, clocks.Now);
        return reported.Succeeded ? await files.AttachAsync(reported.Value!, form.Files, actor, stop) : reported;
    }

    private async Task<Result> MatterAsync(Request request, ReportUpForm form, Actor actor, CancellationToken stop)
    {
        if (form.Files.Count > 0)
        {
            return NoFiles;
        }

        return await upper.OfAsync(request, stop) is { } above
            ? request.ReportUp(above.UnitId, await clocks.UpperAsync(request, (await settings.InForceAsync(stop)).Hops.UpperDays, stop), form.Words, actor, clocks.Now)
            : Top;
    }
}
