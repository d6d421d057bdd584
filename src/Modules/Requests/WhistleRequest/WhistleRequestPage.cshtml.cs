using UnionHall.Platform.Security;
using UnionHall.Requests.CallUnits;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.WhistleRequest;

/// <summary>吹哨: calls units to one case; each checks in.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class WhistleRequestPage(CallUnitsHandler handler, CallQuery query, CaseQuery cases, ICurrentActor current) : CallPage(OrderRole.Called, handler, query, cases, current)
{
    protected override string Said => "哨吹出去了，会提醒那边的同志报到。";
}
