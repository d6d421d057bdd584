using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.AskReview;

[Needs(Permission.HandleRequests)]
internal sealed class AskReviewPage(AskReviewHandler handler, CaseQuery cases, EntryFiles files, ICurrentActor current) : CaseFilesPage<AskReviewForm>(cases, files, current)
{
    protected override string Said => "申请交上去了，等上级裁定。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
