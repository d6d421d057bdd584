using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;

using UnionHall.Requests.Data;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;
using UnionHall.Requests.ShowReceipt;

namespace UnionHall.Requests.SubmitRequest;

/// <summary>Takes a worker's own request in and gives the address of its receipt.</summary>
internal sealed class SubmitRequestHandler(RequestsDb db, RequestIntake intake, UnitDirectory units, WorkerFiles files, Receipts receipts, TimeProvider clock)
{
    public async Task<Result<string>> HandleAsync(Actor actor, NewRequest asked, IReadOnlyCollection<Guid> photos, CancellationToken stop)
    {
        if (await RefusalAsync(asked, stop) is { } refusal)
        {
            return refusal;
        }

        var worker = WorkerActor.Of(actor, asked.Visibility);
        var received = await intake.ReceiveAsync(asked, worker, clock.GetUtcNow(), stop);
        var attached = await files.AttachAsync(received.Request.Timeline[0], asked.Visibility, photos, actor, stop);
        if (attached.Refusal is { } gone)
        {
            db.Context.ChangeTracker.Clear();
            return gone;
        }

        var address = receipts.Issue(received);
        await db.SaveAsync(worker, stop);
        return address;
    }

    private async Task<Refusal?> RefusalAsync(NewRequest asked, CancellationToken stop)
    {
        if (!asked.Service.Visibility.Contains(EnumText.Code(asked.Visibility)))
        {
            return new Refusal("visibility-not-offered", $"“{asked.Service.Name}”这类事没法按“{asked.Visibility.Chinese()}”办，请换一种。", nameof(SubmitRequestForm.Visibility));
        }

        if (asked.WorksAt is { } unit && await units.FindAsync(unit, stop) is not { IsOpen: true })
        {
            return new Refusal("unit-unknown", "没有找到这个单位，可能已经合并或撤销了。请重新找一次，找不到就选区，或选“不知道”。", nameof(SubmitRequestForm.UnitSearch));
        }

        return (await units.RootsAsync(stop)).Count > 0 ? null : new Refusal("no-receiver", "这里还没有设好接收的工会，暂时收不了。您写的都还在，急的话请拨打 12351。");
    }
}
