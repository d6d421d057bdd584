namespace UnionHall.Messaging.Mime;

/// <summary>What a message is. Only a letter is answered or becomes a request.</summary>
internal enum MailKind
{
    Letter,
    AutoReply,
    Bounce,
    List,
    Report,
}
