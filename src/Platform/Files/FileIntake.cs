using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Files.Content;

namespace UnionHall.Platform.Files;

/// <summary>
/// Takes a stream in: onto the disk up to the limit, looked at, cleaned into a second file. Nothing stays on the disk
/// when it is refused. Only a few are looked at at a time, because that happens in memory.
/// </summary>
internal sealed class FileIntake(FileFolder folder, IOptions<UploadLimits> limits) : IDisposable
{
    private const int AtOnce = 4;
    private readonly SemaphoreSlim gate = new(AtOnce);

    public void Dispose() => gate.Dispose();

    /// <exception cref="RefusedContentException">Too large, broken, or not a kind that is taken in.</exception>
    public async Task<TakenContent> TakeAsync(Stream content, string? name, CancellationToken stop)
    {
        await using var raw = folder.CreateTemporary();
        try
        {
            await ReceiveAsync(content, raw, stop);
            await gate.WaitAsync(stop);
            try
            {
                return await CleanAsync(raw, name ?? "", stop);
            }
            finally
            {
                gate.Release();
            }
        }
        finally
        {
            File.Delete(raw.Name);
        }
    }

    private async Task ReceiveAsync(Stream content, FileStream raw, CancellationToken stop)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await content.ReadAsync(buffer, stop) is > 0 and var count)
            {
                if (raw.Length + count > limits.Value.FileBytes)
                {
                    throw TooLarge(limits.Value.FileBytes);
                }

                await raw.WriteAsync(buffer.AsMemory(0, count), stop);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (raw.Length == 0)
        {
            throw new RefusedContentException("file-empty", "这个文件是空的，没有内容可传。");
        }
    }

    private async Task<TakenContent> CleanAsync(FileStream raw, string name, CancellationToken stop)
    {
        var content = new byte[raw.Length];
        raw.Position = 0;
        await raw.ReadExactlyAsync(content, stop);
        var kind = FileKinds.Of(content, name);
        var limit = kind.IsPhoto ? limits.Value.PhotoBytes : limits.Value.DocumentBytes;
        if (content.Length > limit)
        {
            throw TooLarge(limit);
        }

        await using var clean = folder.CreateTemporary();
        try
        {
            kind.Clean(content, clean);
            await clean.FlushAsync(stop);
            clean.Position = 0;
            var sha256 = await SHA256.HashDataAsync(clean, stop);
            clean.Flush(flushToDisk: true);
            return new TakenContent(clean.Name, sha256, clean.Length, kind.MediaType, FileName.Clean(name, kind.Extension));
        }
        catch
        {
            File.Delete(clean.Name);
            throw;
        }
    }

    internal static RefusedContentException TooLarge(long limit) =>
        new("file-too-large", $"这个文件超过 {limit / 1024 / 1024} MB，传不了。照片可以在手机上压缩后再传，文件可以分成几份。");
}

/// <summary>A cleaned content in a temporary file, ready to be kept.</summary>
internal sealed record TakenContent(string TemporaryFile, byte[] Sha256, long Size, string MediaType, string Name);
