using System.Security.Cryptography;

namespace UnionHall.Messaging.Mime;

/// <summary>A file that came with a letter, decoded. <see cref="Message"/> is set where it is itself a letter.</summary>
internal sealed record MailAttachment(string? Name, string Type, ReadOnlyMemory<byte> Content, string? ContentId = null, MailMessage? Message = null)
{
    public int Size => Content.Length;

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}
