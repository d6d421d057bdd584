namespace UnionHall.Messaging.ReceiveMail.DeliverMail;

/// <summary>Where a delivered mail is read from.</summary>
internal interface IMailInput
{
    /// <summary>All of it, but no more than one byte beyond the limit.</summary>
    Task<ReadOnlyMemory<byte>> ReadAsync(int most, CancellationToken stop);
}

internal sealed class StandardInput : IMailInput
{
    public async Task<ReadOnlyMemory<byte>> ReadAsync(int most, CancellationToken stop)
    {
        await using var from = Console.OpenStandardInput();
        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (read.Length <= most && await from.ReadAsync(buffer, stop) is > 0 and var count)
        {
            await read.WriteAsync(buffer.AsMemory(0, count), stop);
        }

        return read.ToArray();
    }
}
