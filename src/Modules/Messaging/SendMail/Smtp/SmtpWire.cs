using System.Globalization;
using System.Text;

namespace UnionHall.Messaging.SendMail.Smtp;

/// <summary>Lines to and from the server, each within a time limit. Answers are bounded: whoever is at the other end may be anybody.</summary>
internal sealed class SmtpWire(Stream stream, TimeSpan patience) : IAsyncDisposable
{
    private const int LongestLine = 4096;
    private const int MostLines = 100;

    private readonly byte[] buffer = new byte[LongestLine];
    private int start;
    private int end;

    public Stream Stream => stream;

    /// <summary>Something came that was not asked for: before a change to TLS it would count as if it had been sealed.</summary>
    public bool HasMore => end > start;

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    public Task SendAsync(string line, CancellationToken stop) => SendAsync(Encoding.UTF8.GetBytes(line + "\r\n"), stop);

    public Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop) => WithinAsync(
        async limit =>
        {
            await stream.WriteAsync(bytes, limit);
            await stream.FlushAsync(limit);
            return true;
        },
        stop);

    public Task<SmtpReply> ReadAsync(CancellationToken stop) => WithinAsync(ReadReplyAsync, stop);

    /// <summary>What a server says to a whole mail may take it long, for it looks into it (RFC 5321, 4.5.3.2.6): given up early, it would be sent twice.</summary>
    public Task<SmtpReply> ReadLastAsync(CancellationToken stop) => WithinAsync(ReadReplyAsync, stop, patience * 10);

    /// <summary>Runs one step; what goes wrong on the line becomes a fault.</summary>
    private async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken stop, TimeSpan? atMost = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(atMost ?? patience);
        try
        {
            return await step(limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new SmtpFaultException(SmtpFaults.Silent);
        }
        catch (IOException)
        {
            throw new SmtpFaultException(SmtpFaults.CutOff);
        }
    }

    private async Task<SmtpReply> ReadReplyAsync(CancellationToken stop)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(stop);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || (line.Length > 3 && line[3] is not (' ' or '-')))
            {
                throw new SmtpFaultException(SmtpFaults.Unreadable);
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new SmtpFaultException(SmtpFaults.Unreadable);
    }

    private async Task<string> ReadLineAsync(CancellationToken stop)
    {
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.UTF8.GetString(buffer, start, length).TrimEnd('\r');
                start += length + 1;
                return line;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
            {
                throw new SmtpFaultException(SmtpFaults.Unreadable);
            }

            var read = await stream.ReadAsync(buffer.AsMemory(end), stop);
            if (read == 0)
            {
                throw new SmtpFaultException(SmtpFaults.CutOff);
            }

            end += read;
        }
    }
}
