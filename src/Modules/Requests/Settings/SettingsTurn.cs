using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Settings;

/// <summary>
/// Changes of catalogue, numbers and rules come one after another, on whatever node: each sees what the one before it left and
/// refuses by its own rules. Once it is committed, what this node keeps of them is read anew.
/// </summary>
internal sealed class SettingsTurn(RequestsDb db, ServiceCatalogue catalogue, RequestSettings settings, ClockRules rules)
{
    private const long Lock = 0x556E696F6E53;

    public async Task<T> TakeAsync<T>(Func<Task<T>> change, CancellationToken stop)
    {
        await using var transaction = await db.Context.Database.BeginTransactionAsync(stop);
        await db.Context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", stop);
        db.Context.ChangeTracker.Clear();
        var answer = await change();
        await transaction.CommitAsync(stop);
        catalogue.Forget();
        settings.Forget();
        rules.Forget();
        return answer;
    }
}
