using UnionHall.Platform.Security;
using UnionHall.Requests.CallUnits;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.SplitRequest;

/// <summary>拆分: gives parts of the matter to several units.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class SplitRequestPage(CallUnitsHandler handler, CallQuery query, CaseQuery cases, ICurrentActor current) : CallPage(OrderRole.Part, handler, query, cases, current)
{
    protected override string Said => "拆开派出去了，都交齐了会告诉您。";
}
