using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.TrackRequest;

/// <summary>Knows a request again by reference and passphrase. Whatever is wrong is told in the same words.</summary>
internal sealed class TrackRequestHandler(RequestsDb db, IdentitySeal seal, TrackingGuard guard, RequestSettings settings)
{
    public static readonly Refusal Wrong = new("track-wrong", "编号或口令不对，两个都对上才能看。看一眼回执再填一次，空格和点可以不打。", nameof(TrackRequestForm.Passphrase));

    /// <summary>Compared against where there is nothing to compare, so that an unknown reference takes as long.</summary>
    private static readonly Requester Nobody = new() { PassphrasePrint = new byte[32] };

    public async Task<Result<RequestId>> HandleAsync(string? typedReference, string? passphrase, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(typedReference))
        {
            return new Refusal("reference-missing", "编号还没填，在回执上，像 2026-001846。", nameof(TrackRequestForm.Reference));
        }

        if (string.IsNullOrWhiteSpace(passphrase))
        {
            return new Refusal("passphrase-missing", "口令还没填，在回执上，两个词加四个数字。", nameof(TrackRequestForm.Passphrase));
        }

        if (Reference.Parse(typedReference) is not { } reference)
        {
            return Wrong;
        }

        if (!await guard.AdmitAsync(reference, stop))
        {
            return Locked((await settings.InForceAsync(stop)).TrackWindow);
        }

        var requester = await db.Requests.AsNoTracking().Where(request => request.Reference == reference)
            .Join(db.Requesters.AsNoTracking(), request => request.Id, row => row.RequestId, (request, row) => row).SingleOrDefaultAsync(stop);
        if (!seal.Knows(requester ?? Nobody, reference, passphrase))
        {
            return Wrong;
        }

        await guard.ForgiveAsync(reference, stop);
        return requester!.RequestId;
    }

    private static Refusal Locked(TimeSpan time) =>
        new("track-locked", $"这个编号试的次数太多了，先停一会儿，{SpokenTime.Duration(time)}后再试。急的话请拨打 12351。", nameof(TrackRequestForm.Passphrase));
}
