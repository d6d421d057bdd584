namespace UnionHall.Messaging.SendMail.Domain;

/// <summary>How the connection to the mail server is kept from being read.</summary>
internal enum MailSecurity
{
    /// <summary>From the first byte on, usually port 465.</summary>
    Tls = 1,

    /// <summary>After the greeting, usually port 587; never without.</summary>
    StartTls,

    /// <summary>Not at all: only to a server on this very machine.</summary>
    Plain,
}

/// <summary>The server through which mail goes out. Only the sealed password stands here.</summary>
internal sealed class MailServer
{
    /// <summary>There is one.</summary>
    public const int Only = 1;

    public int Id { get; private init; } = Only;

    public string Host { get; set; } = "";

    public int Port { get; set; } = 465;

    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    /// <summary>Empty where the server asks for none.</summary>
    public string UserName { get; set; } = "";

    public byte[]? Password { get; set; }

    /// <summary>For mail that no box of its own sends.</summary>
    public string FromAddress { get; set; } = "";

    public string FromName { get; set; } = "";

    /// <summary>Certificates (PEM) of an authority of one's own; null where those of the machine are good.</summary>
    public string? Authority { get; set; }
}

internal static class MailSecurityWords
{
    public static string Chinese(this MailSecurity security) => security switch
    {
        MailSecurity.Tls => "一连上就加密（常用端口 465）",
        MailSecurity.StartTls => "先问候再加密（常用端口 587）",
        MailSecurity.Plain => "不加密（只能是本机上的服务器）",
        _ => throw new ArgumentOutOfRangeException(nameof(security)),
    };
}
