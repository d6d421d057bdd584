using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Settings;
using UnionHall.Text;

namespace UnionHall.Requests.ShareRequest;

/// <summary>Opens chosen parts of a case to somebody outside, and closes them again.</summary>
internal sealed class ShareRequestHandler(RequestDesk desk, RequestsDb db, ShareTokens tokens, UnitDirectory units, RequestSettings settings, TimeProvider clock)
{
    private const int NameMost = 100;

    /// <summary>The address, told once.</summary>
    public async Task<Result<string>> HandleAsync(Actor actor, CaseView seen, ShareRequestForm form, CancellationToken stop)
    {
        var wish = await ReadAsync(seen, form, stop);
        if (wish.Refusal is { } wrong)
        {
            return wrong;
        }

        var token = ShareTokens.Make();
        var result = await desk.ActAsync(Act.Contact, actor, seen.Row.Reference, null, request => ShareAsync(request, wish.Value!, token, actor, stop), stop);
        return result.Refusal is { } refusal ? refusal : $"/shared/{token}";
    }

    public Task<Result> RevokeAsync(Actor actor, string reference, Guid id, CancellationToken stop) => desk.ActAsync(Act.Note, actor, reference, null, async request =>
    {
        if (await db.Shares.SingleOrDefaultAsync(row => row.Id == id && row.RequestId == request.Id, stop) is not { } share)
        {
            return ShareRefusals.Over;
        }

        var revoked = share.Revoke(request, actor, clock.GetUtcNow());
        if (revoked.Succeeded)
        {
            request.TellRevoked(share, actor, clock.GetUtcNow());
        }

        return revoked;
    }, stop);

    private async Task<Result> ShareAsync(Request request, ShareWish wish, string token, Actor actor, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var about = await db.Accused.AsNoTracking().Where(one => one.RequestId == request.Id).Select(one => one.Name).ToListAsync(stop);
        if (about.Exists(name => wish.Recipient.Contains(name, StringComparison.Ordinal)))
        {
            return ShareRefusals.ToAccused;
        }

        var lineage = (await units.LineageAsync(request.CurrentUnit, stop)).Select(unit => unit.UnitId).ToList();
        var share = RequestShare.Of(request, wish, tokens.PrintOf(token), actor.ActsFor(Act.Contact, request.State, lineage), actor, now);
        db.Shares.Add(share);
        request.TellShared(share, actor, now);
        return Result.Done;
    }

    private async Task<Result<ShareWish>> ReadAsync(CaseView seen, ShareRequestForm form, CancellationToken stop)
    {
        var (recipient, purpose, most) = (PlainText.SingleLine(form.Recipient), PlainText.SingleLine(form.Purpose), (await settings.InForceAsync(stop)).ShareDaysMost);
        var days = int.TryParse(form.Days, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var items = ShareItems.Of(seen).Where(item => form.Picked.Contains(item.Key)).ToList();
        var files = ShareItems.FilesOf(seen).Select(file => file.File.Id.Value).Where(file => form.Picked.Contains($"file-{file:N}")).ToList();
        return recipient.Length == 0 ? ShareRefusals.NoRecipient
            : PlainText.CountCodePoints(recipient) > NameMost ? ShareRefusals.TooLong with { Field = nameof(form.Recipient) }
            : purpose.Length == 0 ? ShareRefusals.NoPurpose
            : PlainText.CountCodePoints(purpose) > NameMost ? ShareRefusals.TooLong with { Field = nameof(form.Purpose) }
            : days < 1 || days > most ? ShareRefusals.Days(most)
            : items.Count + files.Count == 0 ? ShareRefusals.Nothing
            : new ShareWish(recipient, purpose, days, ShareItems.Store(items), files, form.MayAnswer, items.Count + files.Count);
    }
}
