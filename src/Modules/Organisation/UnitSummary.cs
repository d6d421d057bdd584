using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>A unit as other modules see it, as of now.</summary>
/// <param name="UnitId">Its key.</param>
/// <param name="Code">Its code, unique over the whole tree, used in files and addresses.</param>
/// <param name="Name">Full name, e.g. 青川市清溪街道总工会.</param>
/// <param name="ShortName">What pages show where room is short, e.g. 清溪街道总工会.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">The unit above, or null for a root.</param>
/// <param name="IsOpen">False once it was closed or merged away; nothing new is sent to it.</param>
public sealed record UnitSummary(
    UnitId UnitId, string Code, string Name, string ShortName, UnitKind Kind, UnitId? Parent, bool IsOpen = true);
