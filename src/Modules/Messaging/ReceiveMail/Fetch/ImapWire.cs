using System.Globalization;
using System.Text;

namespace UnionHall.Messaging.ReceiveMail.Fetch;

/// <summary>Reads what an IMAP server says, response by response: lines, with the literals in them taken out.</summary>
internal sealed class ImapWire(Stream stream, int mostBytes)
{
    private const int LongestLine = 1024 * 1024;
    private readonly byte[] buffer = new byte[32 * 1024];
    private int start;
    private int end;

    public async Task<ImapResponse> ReadAsync(CancellationToken stop)
    {
        var text = new StringBuilder();
        var literals = new List<byte[]>();
        while (true)
        {
            var line = await LineAsync(stop);
            text.Append(line);
            if (LiteralLength(line) is not { } length)
            {
                return new ImapResponse(text.ToString(), literals);
            }

            literals.Add(length <= mostBytes ? await BytesAsync((int)length, stop) : throw new ImapFaultException(ImapFaults.Unreadable));
        }
    }

    public async Task WriteAsync(string line, CancellationToken stop) => await WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), stop);

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        await stream.WriteAsync(bytes, stop);
        await stream.FlushAsync(stop);
    }

    private static long? LiteralLength(string line) =>
        line.EndsWith('}') && line.LastIndexOf('{') is >= 0 and var open && long.TryParse(line.AsSpan(open + 1, line.Length - open - 2).TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    private async Task<string> LineAsync(CancellationToken stop)
    {
        using var line = new MemoryStream();
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var count = at < 0 ? end - start : at + 1;
            line.Write(buffer, start, count);
            start += count;
            if (at >= 0)
            {
                return Encoding.Latin1.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r', '\n');
            }

            if (line.Length > LongestLine)
            {
                throw new ImapFaultException(ImapFaults.Unreadable);
            }

            await FillAsync(stop);
        }
    }

    private async Task<byte[]> BytesAsync(int length, CancellationToken stop)
    {
        var bytes = new byte[length];
        for (var got = 0; got < length;)
        {
            if (start == end)
            {
                await FillAsync(stop);
            }

            var count = Math.Min(length - got, end - start);
            buffer.AsSpan(start, count).CopyTo(bytes.AsSpan(got));
            (start, got) = (start + count, got + count);
        }

        return bytes;
    }

    private async Task FillAsync(CancellationToken stop)
    {
        (start, end) = (0, await stream.ReadAsync(buffer, stop));
        if (end == 0)
        {
            throw new ImapFaultException(ImapFaults.CutOff);
        }
    }
}

/// <summary>A response; each literal stood where the text says how long it is.</summary>
internal sealed record ImapResponse(string Text, IReadOnlyList<byte[]> Literals);
