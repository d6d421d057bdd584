namespace UnionHall.Platform.Notices;

/// <summary>An occasion on which somebody is told something: the template of a message.</summary>
/// <param name="Code">Kebab-case, e.g. request-dispatched.</param>
/// <param name="Name">Chinese, as a list of them reads: 派来一件.</param>
/// <param name="For">Who is told on this occasion.</param>
/// <param name="IsUrgent">It waits for no hour and is never gathered.</param>
public sealed record NoticeKind(string Code, string Name, NoticeFor For, bool IsUrgent = false);

/// <summary>Whom an occasion concerns.</summary>
[Flags]
public enum NoticeFor
{
    Workers = 1,
    Staff = 2,
    Everybody = Workers | Staff,
}
