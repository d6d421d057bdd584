using System.Collections.Concurrent;
using Npgsql;

namespace UnionHall.Requests.Intake;

/// <summary>
/// Hands out reference numbers, one series a year. Each node takes blocks in a transaction of its own, so that
/// submissions never wait for one another; a number may be skipped, none is given twice.
/// </summary>
internal sealed class NumberSeries(NpgsqlDataSource source)
{
    private const int BlockSize = 50;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentDictionary<int, Block> blocks = new();

    public async Task<string> NextAsync(int year, CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            var block = blocks.GetValueOrDefault(year);
            if (block is null || block.Next > block.Last)
            {
                blocks[year] = block = await TakeAsync(year, BlockSize, stop);
            }

            return Reference.Of(year, block.Next++);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The first of a run of numbers, for bulk imports.</summary>
    public async Task<long> TakeRunAsync(int year, int count, CancellationToken stop) => (await TakeAsync(year, count, stop)).Next;

    private async Task<Block> TakeAsync(int year, int count, CancellationToken stop)
    {
        await using var command = source.CreateCommand(
            """
            insert into number_series (series, next) values ($1, 1 + $2)
            on conflict (series) do update set next = number_series.next + $2 returning next
            """);
        command.Parameters.Add(new() { Value = $"request-{year}" });
        command.Parameters.Add(new() { Value = (long)count });
        var next = (long)(await command.ExecuteScalarAsync(stop))!;
        return new Block { Next = next - count, Last = next - 1 };
    }

    private sealed class Block
    {
        public long Next { get; set; }

        public long Last { get; init; }
    }
}
