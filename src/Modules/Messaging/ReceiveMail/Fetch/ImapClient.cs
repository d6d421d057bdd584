using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace UnionHall.Messaging.ReceiveMail.Fetch;

/// <summary>The little of IMAP (RFC 3501, 2177) that fetching takes, over TLS only. The folder is looked at, never changed.</summary>
internal sealed partial class ImapClient : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private readonly TcpClient tcp;
    private readonly SslStream stream;
    private readonly ImapWire wire;
    private int number;

    private ImapClient(TcpClient tcp, SslStream stream, int mostBytes) => (this.tcp, this.stream, wire) = (tcp, stream, new ImapWire(stream, mostBytes));

    /// <exception cref="ImapFaultException">With the sentence for the operator.</exception>
    public static async Task<ImapClient> OpenAsync(ImapDoor door, int mostBytes, CancellationToken stop)
    {
        var socket = new TcpClient();
        try
        {
            return await WithinAsync(async timed =>
            {
                await socket.ConnectAsync(door.Host, door.Port, timed);
                var client = new ImapClient(socket, new SslStream(socket.GetStream()), mostBytes);
                await client.stream.AuthenticateAsClientAsync(Tls(door), timed);
                if (!(await client.wire.ReadAsync(timed)).Text.StartsWith("* OK", StringComparison.OrdinalIgnoreCase))
                {
                    throw new ImapFaultException(ImapFaults.Unreadable);
                }

                await client.SignInAsync(door, timed);
                return client;
            }, stop);
        }
        catch (Exception problem)
        {
            socket.Dispose();
            throw problem is ImapFaultException or OperationCanceledException ? problem : new ImapFaultException(problem is AuthenticationException ? ImapFaults.BadCertificate : ImapFaults.Unreachable, problem);
        }
    }

    public async Task<ImapFolder> LookAsync(CancellationToken stop)
    {
        var said = await AskAsync("EXAMINE INBOX", ImapFaults.NoFolder, stop);
        long Of(Regex shape) => said.Select(one => shape.Match(one.Text)).FirstOrDefault(match => match.Success) is { } match ? long.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;
        return new ImapFolder(Of(Validity()), Of(Next()));
    }

    /// <param name="criteria">Of RFC 3501 §6.4.4.</param>
    /// <returns>UIDs, lowest first.</returns>
    public async Task<IReadOnlyList<long>> SearchAsync(string criteria, CancellationToken stop) =>
        [.. (await AskAsync("UID SEARCH " + criteria, ImapFaults.Refused, stop)).Where(one => one.Text.StartsWith("* SEARCH", StringComparison.OrdinalIgnoreCase))
            .SelectMany(one => one.Text[8..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => long.Parse(word, CultureInfo.InvariantCulture)).Order()];

    /// <summary>Bytes; 0 where it is gone.</summary>
    public async Task<long> SizeAsync(long uid, CancellationToken stop) =>
        (await AskAsync($"UID FETCH {uid} (RFC822.SIZE)", ImapFaults.Refused, stop)).Select(one => Size().Match(one.Text)).FirstOrDefault(match => match.Success) is { } match
            ? long.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>The mail, without marking it as seen; null where it is gone.</summary>
    public async Task<byte[]?> FetchAsync(long uid, CancellationToken stop) =>
        (await AskAsync($"UID FETCH {uid} (BODY.PEEK[])", ImapFaults.Refused, stop)).Where(one => one.Text.Contains("BODY[]", StringComparison.OrdinalIgnoreCase)).SelectMany(one => one.Literals).FirstOrDefault();

    /// <summary>Waits until the server says that something is new.</summary>
    /// <returns>False when the time is over: the connection is broken off in the middle, and of no more use.</returns>
    public async Task<bool> WaitAsync(TimeSpan most, CancellationToken stop)
    {
        var tag = Tag();
        await wire.WriteAsync($"{tag} IDLE", stop);
        var begun = await WithinAsync(wire.ReadAsync, stop);
        if (!begun.Text.StartsWith('+'))
        {
            await Task.Delay(Step < most ? Step : most, TimeProvider.System, stop);
            return true;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        over.CancelAfter(most);
        try
        {
            string said;
            do
            {
                said = (await wire.ReadAsync(over.Token)).Text;
            }
            while (!said.EndsWith("EXISTS", StringComparison.OrdinalIgnoreCase));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
        catch (IOException problem)
        {
            throw new ImapFaultException(ImapFaults.CutOff, problem);
        }

        await wire.WriteAsync("DONE", stop);
        await WithinAsync(timed => UntilAsync(tag, ImapFaults.Refused, timed), stop);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        tcp.Dispose();
    }

    // As literals: no character needs quoting.
    private async Task SignInAsync(ImapDoor door, CancellationToken stop)
    {
        var (tag, user, password) = (Tag(), Encoding.UTF8.GetBytes(door.UserName), Encoding.UTF8.GetBytes(door.Password));
        await wire.WriteAsync($"{tag} LOGIN {{{user.Length}}}", stop);
        await GoOnAsync(stop);
        await wire.WriteAsync(user, stop);
        await wire.WriteAsync($" {{{password.Length}}}", stop);
        await GoOnAsync(stop);
        await wire.WriteAsync(password, stop);
        await wire.WriteAsync("", stop);
        await UntilAsync(tag, ImapFaults.NotLetIn, stop);
    }

    private async Task GoOnAsync(CancellationToken stop)
    {
        while (true)
        {
            var said = (await wire.ReadAsync(stop)).Text;
            if (said.StartsWith('+'))
            {
                return;
            }

            if (!said.StartsWith('*'))
            {
                throw new ImapFaultException(ImapFaults.NotLetIn);
            }
        }
    }

    private Task<List<ImapResponse>> AskAsync(string command, string otherwise, CancellationToken stop) => WithinAsync(async timed =>
    {
        var tag = Tag();
        await wire.WriteAsync($"{tag} {command}", timed);
        return await UntilAsync(tag, otherwise, timed);
    }, stop);

    private async Task<List<ImapResponse>> UntilAsync(string tag, string otherwise, CancellationToken stop)
    {
        var said = new List<ImapResponse>();
        while (true)
        {
            var one = await wire.ReadAsync(stop);
            if (one.Text.StartsWith(tag + " ", StringComparison.Ordinal))
            {
                return one.Text.AsSpan(tag.Length + 1).StartsWith("OK", StringComparison.OrdinalIgnoreCase) ? said : throw new ImapFaultException(otherwise);
            }

            said.Add(one);
        }
    }

    private string Tag() => $"u{++number}";

    private static SslClientAuthenticationOptions Tls(ImapDoor door) => new()
    {
        TargetHost = door.Host,
        RemoteCertificateValidationCallback = (_, certificate, _, errors) => door.Fingerprint is null
            ? errors == SslPolicyErrors.None
            : certificate is not null && Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData())).Equals(door.Fingerprint, StringComparison.OrdinalIgnoreCase),
    };

    private static async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> act, CancellationToken stop)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timed.CancelAfter(Step);
        try
        {
            return await act(timed.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new ImapFaultException(ImapFaults.Silent);
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            throw new ImapFaultException(problem is IOException ? ImapFaults.CutOff : ImapFaults.Unreachable, problem);
        }
    }

    [GeneratedRegex(@"\[UIDVALIDITY (?<n>\d{1,18})\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Validity();

    [GeneratedRegex(@"\[UIDNEXT (?<n>\d{1,18})\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Next();

    [GeneratedRegex(@"RFC822\.SIZE (?<n>\d{1,18})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Size();
}

/// <summary>Where a box is fetched, with the password open for as long as it takes.</summary>
internal sealed record ImapDoor(string Host, int Port, string UserName, string Password, string? Fingerprint);

/// <summary>What a folder says of itself.</summary>
internal sealed record ImapFolder(long UidValidity, long UidNext);
