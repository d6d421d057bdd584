using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>How a unit that was called to a case did, as one side saw it (吹哨报到, 接诉即办 Art 33).</summary>
internal sealed class OrderAssessment
{
    public const int Best = 3;

    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    public WorkOrderId OrderId { get; private init; }

    /// <summary>From the unit above the called one; else from the one that whistled.</summary>
    public bool FromAbove { get; private init; }

    /// <summary>1 to <see cref="Best"/>.</summary>
    public int Grade { get; private init; }

    public required string Words { get; init; }

    public UnitId UnitId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public AccountId? Account { get; private init; }

    public required string Name { get; init; }

    public static string Chinese(int grade) => grade switch { Best => "到得快，办得实", 2 => "到了，办了一部分", _ => "没有起作用" };

    internal static OrderAssessment Of(WorkOrder order, bool fromAbove, int grade, string words, UnitId by, Actor actor, DateTimeOffset at) => new()
    {
        Id = SortableId.Next(at),
        RequestId = order.RequestId,
        OrderId = order.Id,
        FromAbove = fromAbove,
        Grade = grade,
        Words = words,
        UnitId = by,
        At = at,
        Account = actor.Account,
        Name = actor.Name,
    };
}
