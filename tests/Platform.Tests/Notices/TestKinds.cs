using UnionHall.Platform.Notices;

namespace UnionHall.Platform.Tests.Notices;

/// <summary>Occasions of a test: the platform has hardly any of its own.</summary>
internal static class TestKinds
{
    public const string Plain = "bell-rang";
    public const string Urgent = "house-on-fire";

    public static readonly NoticeKinds All = new([new(Plain, "铃响了", NoticeFor.Everybody), new(Urgent, "着火了", NoticeFor.Everybody, IsUrgent: true)]);
}
