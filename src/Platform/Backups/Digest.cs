using System.Buffers;
using System.Security.Cryptography;

namespace UnionHall.Platform.Backups;

/// <summary>What went through a copy: bytes, lines (in PostgreSQL's text format a row is a line) and their SHA-256.</summary>
internal readonly record struct Digest(long Bytes, long Lines, string Sha256)
{
    public static async Task<Digest> CopyAsync(Stream from, Stream to, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        var (bytes, lines) = (0L, 0L);
        try
        {
            while (await from.ReadAsync(buffer, stop) is > 0 and var count)
            {
                var piece = buffer.AsMemory(0, count);
                hash.AppendData(piece.Span);
                bytes += count;
                lines += piece.Span.Count((byte)'\n');
                await to.WriteAsync(piece, stop);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new Digest(bytes, lines, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
