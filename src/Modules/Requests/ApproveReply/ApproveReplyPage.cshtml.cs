using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.FollowRequest;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.ReplyRequest;
using UnionHall.Text;

namespace UnionHall.Requests.ApproveReply;

/// <summary>审批答复: read it as the worker will, change it, let it go out or send it back.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ApproveReplyPage(ApproveReplyHandler handler, HintDesk looks, UnitDirectory units, CaseQuery cases, ICurrentActor current) : CaseVerbPage<ApproveReplyForm>(cases, current)
{
    public ReplyLook Look { get; private set; } = ReplyLook.None;

    /// <summary>May decide over it: has the permission and did not write it.</summary>
    public bool MayDecide { get; private set; }

    public bool IsWriter { get; private set; }

    protected override string Said => "批了，答复发出去了。";

    public async Task<IActionResult> OnPostBackAsync(CancellationToken stop) =>
        await AnswerAsync(await handler.SendBackAsync(await ActorAsync(stop), Number, Form, stop), "退回去了，写的同志会收到提醒。", Back, stop);

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken stop) =>
        await AnswerAsync(await handler.TakeBackAsync(await ActorAsync(stop), Number, stop), "撤回来了，改好再交。", $"{Back}/reply", stop);

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);

    protected override async Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        if (!await base.FindAsync(actor, stop))
        {
            return false;
        }

        if (Case.Draft is { } draft)
        {
            Form.Text = HttpMethods.IsGet(Request.Method) ? draft.Words : Form.Text;
            IsWriter = draft.WrittenBy == actor.Account;
            MayDecide = Case.May(Act.ApproveReply) && !IsWriter;
            var words = PlainText.CountCodePoints(Form.Words) <= Case.Numbers.DeskWordsMost ? Form.Words : "";
            var hints = await looks.OfAsync(Case.Row.Id, words, hasFiles: true, draft.Sources, stop);
            var unit = (await units.FindAsync(draft.UnitId, stop))?.ShortName ?? "原单位";
            Look = new ReplyLook(hints, StoryLine.OfReply(Form.Words, unit, draft.WrittenName, [.. Case.Files[draft.EntryId].Select(file => file.File)], Case.Now), Form);
        }

        return true;
    }

    private async Task<IActionResult> AnswerAsync(Result result, string said, string to, CancellationToken stop)
    {
        if (result.Refusal is not { } refusal)
        {
            TempData.Say(said);
            return LocalRedirect(to);
        }

        ModelState.Clear();
        this.Tell(refusal);
        return await FindAsync(await ActorAsync(stop), stop) ? Page() : this.CaseNotFound(Number);
    }
}
