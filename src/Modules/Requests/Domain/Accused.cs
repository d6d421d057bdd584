using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>A person or a unit of the union that a request is about.</summary>
internal sealed class Accused
{
    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    public AccountId? Account { get; private init; }

    public UnitId? UnitId { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>It stands on another request of the same matter, and here as long as they are handled as one; kept by triggers of the schema.</summary>
    public Guid? CopyOf { get; private init; }

    public static Accused Of(RequestId request, AccusedOne one, DateTimeOffset at) =>
        new() { Id = SortableId.Next(at), RequestId = request, Account = one.Account, UnitId = one.Unit, Name = one.Name };
}

/// <summary>Who is meant: an account, a unit, or both where a unit is kept away because of who leads it.</summary>
internal sealed record AccusedOne(AccountId? Account, UnitId? Unit, string Name);
