namespace UnionHall.Messaging.SendMail.ChangeMailServer;

/// <summary>The server as typed. A password that is left empty stays as it is.</summary>
internal sealed class ChangeMailServerForm
{
    public string? Host { get; set; }

    public string? Port { get; set; }

    public string? Security { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string? FromAddress { get; set; }

    public string? FromName { get; set; }

    public string? Authority { get; set; }

    public string? Basis { get; set; }
}
