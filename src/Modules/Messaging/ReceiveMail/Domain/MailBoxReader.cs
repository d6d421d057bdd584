using UnionHall.Platform.Security;

namespace UnionHall.Messaging.ReceiveMail.Domain;

/// <summary>Who reads the letters of a box: its chair, or a clerk whom the chair charged with it.</summary>
internal sealed class MailBoxReader
{
    private MailBoxReader()
    {
    }

    public MailBoxId BoxId { get; private init; }

    public AccountId Account { get; private init; }

    public bool IsChair { get; private init; }

    public DateTimeOffset Since { get; private init; }

    public static MailBoxReader Of(MailBoxId box, AccountId account, bool isChair, DateTimeOffset at) => new() { BoxId = box, Account = account, IsChair = isChair, Since = at };
}
