using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UnionHall.Platform.Backups;

/// <summary>A backup opened for reading. Its manifest has been checked against its hash; every part is checked as it is read.</summary>
internal sealed class BackupFile : IDisposable
{
    private readonly ZipArchive zip;

    private BackupFile(ZipArchive zip, BackupManifest manifest) => (this.zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="BackupRefusedException">No such file, not a backup, damaged, or of a newer format.</exception>
    public static BackupFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new BackupRefusedException($"没有找到 {path}。");
        }

        try
        {
            var opened = ZipFile.OpenRead(path);
            try
            {
                return new BackupFile(opened, ReadManifest(opened));
            }
            catch
            {
                opened.Dispose();
                throw;
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or EndOfStreamException or ArgumentException)
        {
            throw new BackupRefusedException($"{path} 不是一份完整的备份：目录读不出来。", problem);
        }
    }

    /// <summary>Reads everything and compares it with the manifest.</summary>
    public async Task VerifyAsync(Action<string> tell, CancellationToken stop)
    {
        foreach (var table in Manifest.Tables)
        {
            tell($"{table.Name} …");
            await ReadTableAsync(table, Stream.Null, stop);
        }

        tell($"文件 {Manifest.Files.Count} 份 …");
        foreach (var content in Manifest.Files)
        {
            await ReadContentAsync(content, Stream.Null, stop);
        }

        if (Manifest.Keys is not null)
        {
            ReadKeys();
        }
    }

    public async Task ReadTableAsync(BackupManifest.Table table, Stream to, CancellationToken stop)
    {
        var digest = await ReadAsync(table.EntryName, to, stop);
        if (digest != new Digest(table.Bytes, table.Rows, table.Sha256))
        {
            throw Damaged(table.EntryName);
        }
    }

    public async Task ReadContentAsync(BackupManifest.Content content, Stream to, CancellationToken stop)
    {
        var digest = await ReadAsync(content.EntryName, to, stop);
        if (digest.Sha256 != content.Sha256 || digest.Bytes != content.Size)
        {
            throw Damaged(content.EntryName);
        }
    }

    public byte[] ReadKeys()
    {
        var ring = Bytes(zip, BackupManifest.KeysEntry);
        return Convert.ToHexStringLower(SHA256.HashData(ring)) == Manifest.Keys ? ring : throw Damaged(BackupManifest.KeysEntry);
    }

    public void Dispose() => zip.Dispose();

    private async Task<Digest> ReadAsync(string name, Stream to, CancellationToken stop)
    {
        try
        {
            await using var entry = Find(zip, name).Open();
            return await Digest.CopyAsync(entry, to, stop);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(name, problem);
        }
    }

    private static BackupManifest ReadManifest(ZipArchive zip)
    {
        var json = Bytes(zip, BackupManifest.Entry);
        if (Encoding.ASCII.GetString(Bytes(zip, BackupManifest.HashEntry)) != Convert.ToHexStringLower(SHA256.HashData(json)))
        {
            throw Damaged(BackupManifest.Entry);
        }

        var format = JsonDocument.Parse(json).RootElement.GetProperty("format").GetInt32();
        if (format > BackupManifest.KnownFormat)
        {
            throw new BackupRefusedException($"这份备份是更新的程序做的（格式 {format}），请用那个版本的程序来读。");
        }

        return JsonSerializer.Deserialize<BackupManifest>(json, BackupManifest.Json)!;
    }

    private static ZipArchiveEntry Find(ZipArchive zip, string name) => zip.GetEntry(name) ?? throw Damaged(name);

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var entry = Find(zip, name).Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static BackupRefusedException Damaged(string name, Exception? cause = null) =>
        new($"备份已经损坏：{name} 和当时记下的不一样。请换一份备份。", cause);
}
