using System.Net;
using Npgsql;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Data;

namespace UnionHall.App;

/// <summary>What the site was started with: options of the command line and the environment.</summary>
internal sealed record SiteOptions
{
    public required DatabaseOptions Database { get; init; }

    /// <summary>The network address to listen on; another than this machine's own only behind a proxy that speaks https.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    public int Port { get; init; } = 5080;

    /// <summary>Load the demo city into an empty database and list its accounts.</summary>
    public bool Demo { get; init; }

    /// <summary>Reads --data, --port, --demo and UNIONHALL_DATABASE; takes them out of <paramref name="words"/>.</summary>
    public static SiteOptions Read(List<string> words)
    {
        var data = Take(words, "--data") ?? Environment.GetEnvironmentVariable("UNIONHALL_DATA") ?? "data";
        var port = Take(words, "--port");
        return new SiteOptions
        {
            Database = new DatabaseOptions
            {
                DataFolder = Path.GetFullPath(data),
                ConnectionString = ReadConnection(Environment.GetEnvironmentVariable("UNIONHALL_DATABASE")),
                PostgresBinaries = Environment.GetEnvironmentVariable("UNIONHALL_POSTGRES") is { Length: > 0 } binaries ? binaries : null,
                KeysFile = Environment.GetEnvironmentVariable("UNIONHALL_KEYS") is { Length: > 0 } keys ? keys : null,
            },
            Listen = ReadAddress(Environment.GetEnvironmentVariable("UNIONHALL_LISTEN")),
            Port = port is null ? 5080 : ReadPort(port),
            Demo = words.Remove("--demo") & !words.Remove("--no-demo"),
        };
    }

    private static string? ReadConnection(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : new NpgsqlConnectionStringBuilder(text).ConnectionString;
        }
        catch (ArgumentException problem)
        {
            throw new WrongUsageException($"UNIONHALL_DATABASE 写得不对（{problem.Message}）。例如：Host=db1;Database=unionhall;Username=unionhall;Password=…");
        }
    }

    private static IPAddress ReadAddress(string? text) =>
        string.IsNullOrEmpty(text) ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address
        : throw new WrongUsageException($"UNIONHALL_LISTEN 要一个网络地址，例如 0.0.0.0，不能是“{text}”。");

    private static int ReadPort(string text) =>
        ushort.TryParse(text, out var port) ? port : throw new WrongUsageException($"--port 要 0 到 65535 的整数，不能是“{text}”。");

    private static string? Take(List<string> words, string option)
    {
        var place = words.IndexOf(option);
        if (place < 0)
        {
            return null;
        }

        if (place + 1 >= words.Count)
        {
            throw new WrongUsageException($"{option} 后面缺少值。");
        }

        var value = words[place + 1];
        words.RemoveRange(place, 2);
        return value;
    }
}
