using UnionHall.Platform.Data;

namespace UnionHall.Platform.Security;

/// <summary>The key of someone who can sign in, staff or worker.</summary>
public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public static AccountId Next() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("N");
}
