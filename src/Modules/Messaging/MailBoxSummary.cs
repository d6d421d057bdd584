using UnionHall.Platform.Security;

namespace UnionHall.Messaging;

/// <summary>A mailbox of the union.</summary>
/// <param name="Address">In small letters.</param>
/// <param name="Name">As pages and letters name it, e.g. 主席信箱.</param>
/// <param name="Unit">Whose it is.</param>
/// <param name="IsOpen">False when it receives nothing any more.</param>
public sealed record MailBoxSummary(MailBoxId Id, string Address, string Name, UnitId Unit, bool IsOpen);
