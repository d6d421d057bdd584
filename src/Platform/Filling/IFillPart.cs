using Npgsql;

namespace UnionHall.Platform.Filling;

/// <summary>Slot: a module's share of a large synthetic database, written by COPY inside one transaction, bottom up.</summary>
public interface IFillPart
{
    Task FillAsync(FillPlan plan, NpgsqlConnection connection, CancellationToken stop);
}

/// <summary>How much is wanted, and where to say how far it is.</summary>
/// <param name="Seed">The same seed makes the same database.</param>
public sealed record FillPlan(int Requests, int Units, int Members, int Seed, Action<string> Say);
