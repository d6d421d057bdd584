using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.ShowReceipt;

namespace UnionHall.Requests.RegisterRequest;

/// <summary>Takes in what a worker said by phone, on paper or in person, and gives the address of the slip to read aloud or print.</summary>
internal sealed class RegisterRequestHandler(
    RequestsDb db, RequestIntake intake, RequestDesk desk, AddedWords added, UnitDirectory units, WorkerFiles files, Receipts receipts, TimeProvider clock)
{
    public const string SlipAddress = "/desk/requests/registered";

    public async Task<Result<string>> HandleAsync(Actor actor, NewRequest asked, IReadOnlyCollection<Guid> photos, CancellationToken stop)
    {
        if (!asked.Service.Visibility.Contains(EnumText.Code(asked.Visibility)))
        {
            return new Refusal("visibility-not-offered", $"“{asked.Service.Name}”不能按“{asked.Visibility.Chinese()}”办，请换一种。", nameof(RegisterRequestForm.Visibility));
        }

        if (asked.WorksAt is { } unit && await units.FindAsync(unit, stop) is not { IsOpen: true })
        {
            return new Refusal("unit-unknown", "没有找到这个单位，可能已经合并或撤销。请重新找。", nameof(RegisterRequestForm.WorksAt));
        }

        var received = await intake.ReceiveAsync(asked with { RegisteredBy = actor.Account }, actor, clock.GetUtcNow(), stop);
        var attached = await files.AttachAsync(received.Request.Timeline[0], asked.Visibility, photos, actor, stop);
        if (attached.Refusal is { } gone)
        {
            db.Context.ChangeTracker.Clear();
            return gone;
        }

        var address = receipts.Issue(received);
        await db.SaveAsync(actor, stop);
        return SlipAddress + address[address.IndexOf('?', StringComparison.Ordinal)..];
    }

    /// <summary>The same worker called again about the same: his words go to what he said before.</summary>
    public async Task<Result> AddAsync(Actor actor, string reference, NewRequest asked, IReadOnlyCollection<Guid> photos, CancellationToken stop)
    {
        if (await desk.FindAsync(actor, reference, stop) is not { } request)
        {
            return DeskRefusals.NotFound;
        }

        var answers = AnswerReader.Read(asked.Answers).Select(answer => $"{answer.Label}：{answer.Value}");
        var entry = await added.AddAsync(request, string.Join('\n', answers.Prepend($"（{asked.Channel.Chinese()}）{asked.Words}")), actor, stop);
        var attached = entry.Succeeded ? await files.AttachAsync(entry.Value!, request.Visibility, photos, actor, stop) : entry;
        if (attached.Refusal is { } refusal)
        {
            db.Context.ChangeTracker.Clear();
            return refusal.Field == "Text" ? refusal with { Field = nameof(RegisterRequestForm.Words) } : refusal;
        }

        return await desk.SaveAsync(actor, stop);
    }
}
