using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Files;

/// <summary>Held to the end of the transaction: one at a time stores or removes the same content, on whatever node.</summary>
internal static class ContentLock
{
    /// <summary>Held shared by a backup while it reads contents, so that none is removed under it.</summary>
    public const long Removal = 0x556E696F6E46;

    public static async Task TakeAsync(AppDbContext db, byte[] sha256, CancellationToken stop)
    {
        var key = BinaryPrimitives.ReadInt64BigEndian(sha256);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({key})", stop);
    }

    /// <summary>False while a backup runs.</summary>
    public static async Task<bool> MayRemoveAsync(AppDbContext db, CancellationToken stop) =>
        (await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({Removal}) as \"Value\"").ToListAsync(stop))[0];
}
