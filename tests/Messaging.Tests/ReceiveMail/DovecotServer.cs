using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UnionHall.Messaging.Tests.ReceiveMail;

/// <summary>A real Dovecot on loopback with a certificate of its own; mail lies in Maildirs.</summary>
internal sealed class DovecotServer : IDisposable
{
    public const string Password = "tide7lamp";
    private const string Program = "/usr/sbin/dovecot";

    private readonly string folder;
    private readonly Process process;

    private DovecotServer(string folder, Process process, int port, string fingerprint) => (this.folder, this.process, Port, Fingerprint) = (folder, process, port, fingerprint);

    public static bool IsHere => File.Exists(Program) && Environment.UserName == "root";

    public int Port { get; }

    public string Fingerprint { get; }

    public static async Task<DovecotServer> StartAsync(CancellationToken stop)
    {
        var home = Directory.CreateTempSubdirectory("uh-dove-").FullName;
        await RunAsync("chmod", stop, "755", home);
        var (port, print) = (FreePort(), Certify(home));
        Directory.CreateDirectory(Path.Combine(home, "mail"));
        await RunAsync("chown", stop, "nobody", Path.Combine(home, "mail"));
        await File.WriteAllTextAsync(Path.Combine(home, "dovecot.conf"), Settings(home, port), stop);
        var running = Process.Start(new ProcessStartInfo(Program) { ArgumentList = { "-F", "-c", Path.Combine(home, "dovecot.conf") }, RedirectStandardError = true, UseShellExecute = false })!;
        var server = new DovecotServer(home, running, port, print);
        await server.WaitAsync(stop);
        return server;
    }

    /// <summary>A mail arrives in somebody's folder.</summary>
    public async Task ArriveAsync(string user, string content, CancellationToken stop)
    {
        var home = Path.Combine(folder, "mail", user);
        var name = $"{Guid.CreateVersion7():N}.test";
        foreach (var part in new[] { "tmp", "new", "cur" })
        {
            Directory.CreateDirectory(Path.Combine(home, part));
        }

        await File.WriteAllTextAsync(Path.Combine(home, "tmp", name), content, stop);
        await RunAsync("chown", stop, "-R", "nobody", home);
        File.Move(Path.Combine(home, "tmp", name), Path.Combine(home, "new", name));
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit(TimeSpan.FromSeconds(10));
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Settings(string folder, int port) => $$"""
        base_dir = {{folder}}/run
        state_dir = {{folder}}/run
        log_path = {{folder}}/log
        protocols = imap
        listen = 127.0.0.1
        ssl = required
        ssl_cert = <{{folder}}/cert.pem
        ssl_key = <{{folder}}/key.pem
        mail_location = maildir:{{folder}}/mail/%u
        first_valid_uid = 1
        passdb {
          driver = static
          args = password={{Password}}
        }
        userdb {
          driver = static
          args = uid=nobody gid=nogroup home={{folder}}/mail/%u
        }
        service imap-login {
          inet_listener imap {
            port = 0
          }
          inet_listener imaps {
            port = {{port}}
            ssl = yes
          }
        }
        """;

    private async Task WaitAsync(CancellationToken stop)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var tcp = new TcpClient();
                await tcp.ConnectAsync(IPAddress.Loopback, Port, stop);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100, stop);
            }
        }

        throw new InvalidOperationException("Dovecot does not answer: " + (File.Exists(Path.Combine(folder, "log")) ? await File.ReadAllTextAsync(Path.Combine(folder, "log"), stop) : "no log"));
    }

    private static string Certify(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.FromUnixTimeSeconds(0), DateTimeOffset.FromUnixTimeSeconds(4_000_000_000));
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return Convert.ToHexString(SHA256.HashData(certificate.RawData));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, CancellationToken stop, params string[] words)
    {
        using var run = Process.Start(program, words);
        await run.WaitForExitAsync(stop);
    }
}
