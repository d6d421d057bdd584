using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.AskClock;

/// <summary>Puts what the handler asks of a clock before somebody above.</summary>
internal sealed class AskClockHandler(RequestDesk desk, RequestsDb db, ClockDesk clocks, EntryLimits limits)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, AskClockForm form, CancellationToken stop)
    {
        var wish = Read(form);
        return wish.Succeeded
            ? await desk.ActAsync(Act.AskClock, actor, reference, form.Seen, request => AskAsync(request, wish.Value!, form.Why, actor, stop), stop)
            : wish;
    }

    private async Task<Result> AskAsync(Request request, ClockWish wish, string? why, Actor actor, CancellationToken stop)
    {
        if (await db.ClockAsks.AnyAsync(ask => ask.RequestId == request.Id && ask.DecidedAt == null, stop))
        {
            return ClockRefusals.AskOpen;
        }

        var asked = request.AskClock(wish, await clocks.HandlingAsync(request, stop), await clocks.CalendarAsync(stop), actor, clocks.Now);
        if (asked.Value is { } ask)
        {
            db.ClockAsks.Add(ask);
            request.PassOver(limits.PassedOver(wish.Reason, why), actor, clocks.Now);
        }

        return asked;
    }

    private Result<ClockWish> Read(AskClockForm form)
    {
        if (EnumText.TryParse<ClockAskKind>(form.Kind) is not { } kind)
        {
            return new Refusal("kind-missing", "选一下申请什么。", nameof(form.Kind));
        }

        var amount = int.TryParse(PlainText.SingleLine(form.Amount).Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        if (kind == ClockAskKind.Extension && amount is < 1 or > 1000)
        {
            return new Refusal("amount", "延多少要填 1 以上的整数。", nameof(form.Amount));
        }

        if (kind != ClockAskKind.Extension && form.Until is null)
        {
            return new Refusal("until-missing", "填一下到哪天。", nameof(form.Until));
        }

        var (reason, evidence) = (PlainText.Clean(form.Reason), PlainText.Clean(form.Evidence));
        return reason.Length == 0 ? new Refusal("reason-missing", "原因还没写，职工要看的。", nameof(form.Reason))
            : limits.SendRefusal(reason, form.Why, nameof(form.Reason), nameof(form.Why)) is { } held ? held
            : evidence.Length == 0 ? new Refusal("evidence-missing", "凭什么还没写，批的人要看。", nameof(form.Evidence))
            : kind == ClockAskKind.Extension ? new ClockWish(kind, amount, null, reason, evidence)
            : new ClockWish(kind, null, ChinaTime.At(form.Until!.Value, Deadline.UsualClose), reason, evidence);
    }
}
