using Microsoft.Extensions.DependencyInjection;
using UnionHall.Organisation;

namespace UnionHall.Requests.ImportLetters;

/// <summary>Walks a file of letters in batches, each in a scope of its own, and counts.</summary>
internal sealed class LetterImport(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <param name="file">The letters.</param>
    /// <param name="unit">Who received them.</param>
    /// <param name="dryRun">Count only.</param>
    /// <param name="progress">Told after each batch.</param>
    public async Task<LetterCount> RunAsync(LetterFile file, UnitSummary unit, bool dryRun, Action<LetterCount> progress, CancellationToken stop)
    {
        var count = new LetterCount();
        foreach (var chunk in file.Rows().Chunk(BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            var letters = chunk.Where(row => row.Refusal is null).ToList();
            await using var scope = scopes.CreateAsyncScope();
            var handler = scope.ServiceProvider.GetRequiredService<ImportLettersHandler>();
            var stored = dryRun ? (await handler.FreshAsync(letters, stop)).Count : await handler.HandleAsync(letters, unit, clock.GetUtcNow(), stop);
            count = count with
            {
                Imported = count.Imported + stored,
                Already = count.Already + letters.Count - stored,
                Refused = [.. count.Refused, .. chunk.Where(row => row.Refusal is not null)],
            };
            progress(count);
        }

        return count;
    }
}

/// <summary>How an import went so far.</summary>
internal sealed record LetterCount
{
    public int Imported { get; init; }

    public int Already { get; init; }

    public IReadOnlyList<LetterRow> Refused { get; init; } = [];

    public int Rows => Imported + Already + Refused.Count;
}
