using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.MergeRequest;

/// <summary>Whether two requests are of one worker, by keyed prints: nobody's identity is opened to find out.</summary>
internal sealed class SamePerson(RequestsDb db)
{
    /// <summary>Why one cannot come under the other as said twice by one person; null where it can, and for other kinds.</summary>
    public async Task<Refusal?> RefusalAsync(Request request, Request head, MergeKind kind, CancellationToken stop)
    {
        if (kind != MergeKind.SamePerson || request.Id == head.Id)
        {
            return null;
        }

        var people = await db.Requesters.AsNoTracking().Where(person => person.RequestId == request.Id || person.RequestId == head.Id).ToListAsync(stop);
        var same = people is [var one, var other] ? Agree(one.PhonePrint, other.PhonePrint) ?? Agree(one.NamePrint, other.NamePrint) : null;
        return same == false ? MergeRefusals.OtherPerson : same is null && head.ClosedAt is not null ? MergeRefusals.PersonUnknown : null;
    }

    private static bool? Agree(byte[]? one, byte[]? other) => one is null || other is null ? null : one.AsSpan().SequenceEqual(other);
}
