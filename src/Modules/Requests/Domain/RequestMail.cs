using UnionHall.Messaging;

namespace UnionHall.Requests.Domain;

/// <summary>A correspondence by mail that belongs to a request.</summary>
internal sealed class RequestMail
{
    public MailThreadId ThreadId { get; init; }

    public RequestId RequestId { get; init; }
}
