using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Tests.Model;

/// <summary>Answers that wait for consent: asked, agreed to, sent back, taken back.</summary>
internal sealed partial class RandomWalk
{
    private ReplyDraft? draft;

    private IEnumerable<(string, Action)> Consent()
    {
        for (var often = 0; often < 2; often++)
        {
            yield return ("ask approval", () =>
            {
                var kind = random.Next(6) == 0 ? DraftKind.Decline : DraftKind.Reply;
                var isLegal = model.Waits is null && MayGoOut(kind);
                Check("ask approval", isLegal, () => Kept(request.AskApproval(new DraftWish(kind, "修好了", null, [], model.Unit), draft, Someone, now), asked => draft = asked), () => model.Waits = model.Unit);
            }
            );
        }

        yield return ("approve", () => OnWaiting(one =>
        {
            var by = Someone;
            Check("approve", one.WrittenBy != by.Account && MayGoOut(one.Kind), () => request.ApproveReply(one, "修好了", null, now.AddHours(100), by, now), () =>
            {
                model.Leave(one.Kind == DraftKind.Decline ? RequestState.Declined : RequestState.Replied);
                (model.Answered, model.ConfirmBy) = (true, now.AddHours(100));
            });
        }));
        yield return ("send back", () => OnWaiting(one => Check("send back", true, () => request.SendReplyBack(one, "没说谁去修", Someone, now), () => model.Waits = null)));
        yield return ("take back", () => OnWaiting(one =>
        {
            var by = Someone;
            Check("take back", one.WrittenBy == by.Account, () => request.TakeReplyBack(one, by, now), () => model.Waits = null);
        }));
    }

    private bool MayGoOut(DraftKind kind) => kind == DraftKind.Decline ? model.MayDecline : model.IsOpen && model.Beside.Count == 0;

    private void OnWaiting(Action<ReplyDraft> act)
    {
        if (model.Waits is not null)
        {
            act(draft!);
        }
    }
}
