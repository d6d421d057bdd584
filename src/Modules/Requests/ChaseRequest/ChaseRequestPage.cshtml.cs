using Microsoft.AspNetCore.Mvc;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ChaseRequest;

/// <summary>催办: by the desk above, or by the lead of a unit beside it.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ChaseRequestPage(ChaseRequestHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<WordsForm>(cases, current)
{
    /// <summary>An order beside the lead; null: the one in force.</summary>
    [FromQuery]
    public Guid? Order { get; set; }

    /// <summary>Who is chased.</summary>
    public string Whom => Node?.Unit ?? Case.UnitName;

    public bool May => Order is null ? Case.May(Act.Chase) : Node is { } node && Case.Hops.May(node.Order.Id, HopAct.Hold);

    private CaseOrder? Node => Case.Orders.FirstOrDefault(node => node.Order.Id.Value == Order);

    protected override string Said => "催过了，那边会收到提醒。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Order, Form, stop);
}
