using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using UnionHall.Messaging.SendMail.Domain;

namespace UnionHall.Messaging.SendMail.Smtp;

/// <summary>The mail server with its password open, for as long as one piece of work takes.</summary>
internal sealed record OpenedServer(string Host, int Port, MailSecurity Security, string UserName, string? Password, string FromAddress, string FromName, string? Authority);

/// <summary>
/// One conversation with the mail server (RFC 5321): greeted, encrypted and signed in once, then any number of mails. Every
/// failure leads out by <see cref="SmtpFaultException"/>.
/// </summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private readonly OpenedServer server;
    private readonly TimeSpan patience;
    private SmtpWire wire;
    private Dictionary<string, string> offers = [];

    private SmtpSession(OpenedServer server, TimeSpan patience, SmtpWire wire) => (this.server, this.patience, this.wire) = (server, patience, wire);

    /// <param name="patience">How long one step may take.</param>
    public static async Task<SmtpSession> OpenAsync(OpenedServer server, TimeSpan patience, CancellationToken stop)
    {
        var session = new SmtpSession(server, patience, new SmtpWire(await ConnectAsync(server, patience, stop), patience));
        try
        {
            await session.BeginAsync(stop);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands over one mail. After a refusal the next may be tried; after a broken line it may not.</summary>
    public async Task SendAsync(string from, string to, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var (sender, receiver) = (MailRules.Wire(from)!, MailRules.Wire(to)!);
        var isForeign = !Ascii.IsValid(sender) || !Ascii.IsValid(receiver);
        if (isForeign && !offers.ContainsKey("SMTPUTF8"))
        {
            throw new SmtpFaultException(SmtpFaults.ForeignAddress);
        }

        await AskAsync(SmtpStep.Sender, $"MAIL FROM:<{sender}>{(offers.ContainsKey("SIZE") ? $" SIZE={content.Length}" : "")}{(isForeign ? " SMTPUTF8 BODY=8BITMIME" : "")}", stop, 250);
        await AskAsync(SmtpStep.Receiver, $"RCPT TO:<{receiver}>", stop, 250, 251);
        await AskAsync(SmtpStep.Content, "DATA", stop, 354);
        await wire.SendAsync(Stuffed(content.Span), stop);
        Expect(SmtpStep.Content, await wire.ReadLastAsync(stop), 250);
    }

    /// <summary>Forgets the mail that was refused.</summary>
    public Task ResetAsync(CancellationToken stop) => AskAsync(SmtpStep.Leave, "RSET", stop, 250);

    /// <summary>Says good-bye; what the server says to that changes nothing.</summary>
    public async Task LeaveAsync(CancellationToken stop)
    {
        try
        {
            await AskAsync(SmtpStep.Leave, "QUIT", stop, 221);
        }
        catch (SmtpFaultException)
        {
            // All mails were handed over before.
        }
    }

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    /// <summary>A line that begins with a dot gets a second one, and a dot of its own ends the mail.</summary>
    internal static byte[] Stuffed(ReadOnlySpan<byte> content)
    {
        var stuffed = new List<byte>(content.Length + 64);
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] == '.' && (at == 0 || content[at - 1] == '\n'))
            {
                stuffed.Add((byte)'.');
            }

            stuffed.Add(content[at]);
        }

        stuffed.AddRange(content.EndsWith("\r\n"u8) ? ".\r\n"u8 : "\r\n.\r\n"u8);
        return [.. stuffed];
    }

    private static async Task<NetworkStream> ConnectAsync(OpenedServer server, TimeSpan patience, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, limit.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception problem) when (problem is SocketException || (problem is OperationCanceledException && !stop.IsCancellationRequested))
        {
            socket.Dispose();
            throw new SmtpFaultException(SmtpFaults.Unreachable);
        }
    }

    private async Task BeginAsync(CancellationToken stop)
    {
        if (server.Security == MailSecurity.Tls)
        {
            await EncryptAsync(stop);
        }

        Expect(SmtpStep.Connect, await wire.ReadAsync(stop), 220);
        await HelloAsync(stop);
        if (server.Security == MailSecurity.StartTls)
        {
            if (!offers.ContainsKey("STARTTLS"))
            {
                throw new SmtpFaultException(SmtpFaults.NoStartTls);
            }

            await AskAsync(SmtpStep.Encrypt, "STARTTLS", stop, 220);
            if (wire.HasMore)
            {
                throw new SmtpFaultException(SmtpFaults.Unreadable);
            }

            await EncryptAsync(stop);
            await HelloAsync(stop);
        }

        if (server.UserName.Length > 0)
        {
            await SignInAsync(stop);
        }
    }

    private async Task HelloAsync(CancellationToken stop)
    {
        var reply = await AskAsync(SmtpStep.Hello, $"EHLO {MailRules.DomainOf(server.FromAddress)}", stop, 250);
        offers = reply.Lines.Skip(1).Select(line => line.Split(' ', 2)).GroupBy(pair => pair[0].ToUpperInvariant(), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => string.Join(' ', same.Select(pair => pair.ElementAtOrDefault(1) ?? "")).ToUpperInvariant(), StringComparer.Ordinal);
    }

    private async Task EncryptAsync(CancellationToken stop)
    {
        var sealedStream = new SslStream(wire.Stream, leaveInnerStreamOpen: false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        try
        {
            await sealedStream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = server.Host, CertificateChainPolicy = Trust(server.Authority) }, limit.Token);
            wire = new SmtpWire(sealedStream, patience);
        }
        catch (AuthenticationException)
        {
            throw new SmtpFaultException(SmtpFaults.BadCertificate);
        }
        catch (Exception problem) when (problem is IOException || (problem is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new SmtpFaultException(SmtpFaults.Unreadable);
        }
    }

    /// <summary>The machine's own authorities, or the one that was given.</summary>
    private static X509ChainPolicy? Trust(string? authority)
    {
        if (authority is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(authority);
        return policy;
    }

    private async Task SignInAsync(CancellationToken stop)
    {
        var ways = offers.GetValueOrDefault("AUTH", "").Split(' ');
        var password = server.Password ?? "";
        if (ways.Contains("PLAIN"))
        {
            await AskAsync(SmtpStep.SignIn, $"AUTH PLAIN {Base64($"\0{server.UserName}\0{password}")}", stop, 235);
        }
        else if (ways.Contains("LOGIN"))
        {
            await AskAsync(SmtpStep.SignIn, "AUTH LOGIN", stop, 334);
            await AskAsync(SmtpStep.SignIn, Base64(server.UserName), stop, 334);
            await AskAsync(SmtpStep.SignIn, Base64(password), stop, 235);
        }
        else
        {
            throw new SmtpFaultException(SmtpFaults.NoAuthentication);
        }
    }

    private async Task<SmtpReply> AskAsync(SmtpStep step, string line, CancellationToken stop, params int[] wanted)
    {
        await wire.SendAsync(line, stop);
        return Expect(step, await wire.ReadAsync(stop), wanted);
    }

    private static SmtpReply Expect(SmtpStep step, SmtpReply reply, params int[] wanted) => wanted.Contains(reply.Code) ? reply : throw new SmtpFaultException(SmtpFaults.Of(step, reply));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
