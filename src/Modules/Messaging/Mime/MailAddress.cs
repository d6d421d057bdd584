namespace UnionHall.Messaging.Mime;

/// <summary>A mailbox as written in a header. The address may be empty or no address at all: ask before writing to it.</summary>
internal sealed record MailAddress(string? Name, string Address)
{
    /// <summary>One @ with something on both sides and nothing that belongs elsewhere.</summary>
    public bool CanReceive =>
        Address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == Address.LastIndexOf('@')
        && at < Address.Length - 1
        && Address.Length <= 254
        && !Address.AsSpan().ContainsAny(" \t<>(),;:\"\\");

    public override string ToString() => Name is null ? Address : Address.Length == 0 ? Name : $"{Name} <{Address}>";
}
