using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices;

/// <summary>Somebody chose when and how he is told.</summary>
public sealed record NoticesChosen(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}
