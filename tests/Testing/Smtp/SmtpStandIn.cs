using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace UnionHall.Testing.Smtp;

/// <summary>A mail that came in, as it stood on the line but without the doubled dots.</summary>
public sealed record TakenMail(string From, string To, string Content);

/// <summary>How a server of the tests behaves; each answer may be replaced.</summary>
public sealed record SmtpManners
{
    public string[] Offers { get; init; } = ["SIZE 10485760", "8BITMIME", "SMTPUTF8", "STARTTLS", "AUTH PLAIN LOGIN"];

    /// <summary>TLS from the first byte on.</summary>
    public bool IsImplicit { get; init; }

    public string UserName { get; init; } = "gonghui";

    public string Password { get; init; } = "秘密 2026";

    /// <summary>What it sends behind its answer to STARTTLS, before anything is encrypted.</summary>
    public string Smuggled { get; init; } = "";
}

/// <summary>
/// A mail server on loopback that keeps what it takes, and errs when a test tells it to: the next command that begins so
/// gets this answer, silence, or the end of the line.
/// </summary>
public sealed class SmtpStandIn : IAsyncDisposable
{
    private const string Silence = "silence";
    private const string CutOff = "cut off";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly ServerCertificate certificate;
    private readonly SmtpManners manners;
    private readonly Task serving;
    private readonly ConcurrentQueue<TakenMail> mails = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> mishaps = new(StringComparer.Ordinal);

    public SmtpStandIn(SmtpManners? manners = null, ServerCertificate? certificate = null)
    {
        (this.manners, this.certificate) = (manners ?? new SmtpManners(), certificate ?? ServerCertificate.Make());
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whose signature its certificate carries.</summary>
    public string Authority => certificate.Authority;

    public IReadOnlyList<TakenMail> Mails => [.. mails];

    /// <summary>What it was told, line by line; passwords as they came.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    /// <summary>The next command that begins so is answered so.</summary>
    /// <param name="command">MAIL, RCPT, DATA, AUTH …; "." for the end of a mail, "greeting" for the beginning.</param>
    public void Answer(string command, string answer) => mishaps.GetOrAdd(command, _ => new()).Enqueue(answer);

    public void FallSilent(string command) => Answer(command, Silence);

    public void HangUp(string command) => Answer(command, CutOff);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
        certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!end.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(end.Token);
            _ = TalkAsync(client);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await using var talk = new Talk(this, client.GetStream());
                await talk.RunAsync();
            }
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The other side hung up, or the test is over.
        }
    }

    /// <summary>One connection.</summary>
    private sealed class Talk(SmtpStandIn server, Stream line) : IAsyncDisposable
    {
        private Stream stream = line;
        private string from = "";
        private string to = "";
        private bool isSealed;

        public ValueTask DisposeAsync() => stream.DisposeAsync();

        public async Task RunAsync()
        {
            if (server.manners.IsImplicit)
            {
                await EncryptAsync();
            }

            var goesOn = await SayAsync("greeting", "220 stand-in ESMTP");
            while (goesOn && await ReadAsync() is { } command)
            {
                server.commands.Enqueue(command);
                goesOn = await DoAsync(command);
            }
        }

        private Task<bool> DoAsync(string command) => command.Split(' ', ':')[0].ToUpperInvariant() switch
        {
            "EHLO" => SayAsync("EHLO", Hello()),
            "STARTTLS" => StartTlsAsync(),
            "AUTH" => SignInAsync(command),
            "MAIL" => Note(ref from, command, "MAIL"),
            "RCPT" => Note(ref to, command, "RCPT"),
            "DATA" => TakeAsync(),
            "RSET" => SayAsync("RSET", "250 2.0.0 forgotten"),
            "QUIT" => LeaveAsync(),
            _ => SayAsync(command, "502 5.5.2 unknown"),
        };

        private string Hello()
        {
            string[] lines = ["stand-in", .. server.manners.Offers.Where(offer => offer != "STARTTLS" || !isSealed)];
            return string.Join("\r\n", lines.Select((one, at) => (at == lines.Length - 1 ? "250 " : "250-") + one));
        }

        private Task<bool> Note(ref string address, string command, string name)
        {
            address = command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)];
            return SayAsync(name, "250 2.1.0 fine");
        }

        private async Task<bool> StartTlsAsync()
        {
            if (!await SayAsync("STARTTLS", "220 2.0.0 go on" + (server.manners.Smuggled.Length > 0 ? "\r\n" + server.manners.Smuggled : "")))
            {
                return false;
            }

            await EncryptAsync();
            return true;
        }

        private async Task EncryptAsync()
        {
            var encrypted = new SslStream(stream);
            await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.certificate.Certificate }, server.end.Token);
            (stream, isSealed) = (encrypted, true);
        }

        private async Task<bool> SignInAsync(string command)
        {
            string[] given;
            if (command.StartsWith("AUTH PLAIN ", StringComparison.OrdinalIgnoreCase))
            {
                given = Text(command["AUTH PLAIN ".Length..]).Split('\0')[1..];
            }
            else
            {
                await SayAsync("LOGIN", "334 VXNlcm5hbWU6");
                var user = Text(await ReadAsync() ?? "");
                await SayAsync("LOGIN", "334 UGFzc3dvcmQ6");
                given = [user, Text(await ReadAsync() ?? "")];
            }

            return await SayAsync("AUTH", given is [var name, var password] && name == server.manners.UserName && password == server.manners.Password ? "235 2.7.0 welcome" : "535 5.7.8 wrong");
        }

        private async Task<bool> TakeAsync()
        {
            if (!await SayAsync("DATA", "354 go on"))
            {
                return false;
            }

            var content = new StringBuilder();
            while (await ReadAsync() is { } said && said != ".")
            {
                content.Append(said.StartsWith('.') ? said[1..] : said).Append("\r\n");
            }

            var isRefused = server.mishaps.TryGetValue(".", out var waiting) && !waiting.IsEmpty && waiting.TryPeek(out var next) && next[0] != '2';
            if (!isRefused)
            {
                server.mails.Enqueue(new TakenMail(from, to, content.ToString()));
            }

            return await SayAsync(".", "250 2.0.0 taken");
        }

        private async Task<bool> LeaveAsync()
        {
            await SayAsync("QUIT", "221 2.0.0 bye");
            return false;
        }

        /// <summary>Says this, or what the test wants said instead. False when the line is to end.</summary>
        private async Task<bool> SayAsync(string command, string answer)
        {
            if (server.mishaps.TryGetValue(command, out var waiting) && waiting.TryDequeue(out var instead))
            {
                if (instead == CutOff)
                {
                    return false;
                }

                if (instead == Silence)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, server.end.Token);
                }

                answer = instead;
            }

            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), server.end.Token);
            return !answer.StartsWith("421", StringComparison.Ordinal);
        }

        private async Task<string?> ReadAsync()
        {
            var bytes = new List<byte>();
            var one = new byte[1];
            while (await stream.ReadAsync(one, server.end.Token) == 1)
            {
                if (one[0] == '\n')
                {
                    return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
                }

                bytes.Add(one[0]);
            }

            return null;
        }

        private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    }
}
