using UnionHall.Platform.Data;

namespace UnionHall.Platform.Notices;

/// <summary>The key of a notice.</summary>
public readonly record struct NoticeId(Guid Value) : IId<NoticeId>
{
    public static NoticeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
