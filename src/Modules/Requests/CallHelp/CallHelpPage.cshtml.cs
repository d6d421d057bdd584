using UnionHall.Platform.Security;
using UnionHall.Requests.CallUnits;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.CallHelp;

/// <summary>协办: calls units to help the lead.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class CallHelpPage(CallUnitsHandler handler, CallQuery query, CaseQuery cases, ICurrentActor current) : CallPage(OrderRole.Helper, handler, query, cases, current)
{
    protected override string Said => "请了，会提醒那边的同志。";
}
