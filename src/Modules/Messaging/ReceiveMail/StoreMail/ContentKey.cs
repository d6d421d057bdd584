using System.Security.Cryptography;
using System.Text;

namespace UnionHall.Messaging.ReceiveMail.StoreMail;

/// <summary>
/// The key by which a mail is known again: what its writer sent, without the trace that servers put above it on the way (RFC 5321
/// §4.4) and without their line ends. A Message-ID is no key: whoever guesses one could keep the true letter out.
/// </summary>
internal static class ContentKey
{
    private static readonly string[] Trace =
        ["return-path", "received", "delivered-to", "x-original-to", "x-envelope-to", "envelope-to", "x-envelope-from", "x-delivered-to", "delivery-date", "lines", "x-uid", "status", "x-status"];

    public static byte[] Of(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (inHead, inTrace) = (true, false);
        content = content.TrimEnd("\r\n\t "u8);
        while (!content.IsEmpty)
        {
            var end = content.IndexOf((byte)'\n');
            var line = (end < 0 ? content : content[..end]).TrimEnd((byte)'\r');
            content = end < 0 ? default : content[(end + 1)..];
            if (inHead)
            {
                inTrace = line.Length > 0 && line[0] is (byte)' ' or (byte)'\t' ? inTrace : IsTrace(line);
                inHead = line.Length > 0;
            }

            if (!inHead || !inTrace)
            {
                hash.AppendData(line);
                hash.AppendData("\n"u8);
            }
        }

        return hash.GetHashAndReset();
    }

    private static bool IsTrace(ReadOnlySpan<byte> line) =>
        line.StartsWith("From "u8) || (line.IndexOf((byte)':') is > 0 and < 40 and var colon && Trace.Contains(Encoding.ASCII.GetString(line[..colon]).Trim().ToLowerInvariant()));
}
