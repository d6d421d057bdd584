using UnionHall.Requests.ReplyRequest;

namespace UnionHall.Requests.ApproveReply;

/// <summary>An answer as it is to go out, and what its reader says of it.</summary>
internal sealed class ApproveReplyForm : ReplyRequestForm
{
    /// <summary>What was changed, or why it goes back.</summary>
    public string? Note { get; set; }
}
