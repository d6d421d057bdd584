using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.ListParticipants;

/// <summary>Who takes part in a matter, each as far as this reader may know him.</summary>
internal sealed class ParticipantQuery(RequestsDb db, UnitDirectory units, OwnUnit ownUnit, Scope scope, IdentitySeal seal)
{
    public async Task<IReadOnlyList<ParticipantRow>> OfAsync(Actor actor, RequestId head, CancellationToken stop)
    {
        var rows = await (
            from one in db.Participants.AsNoTracking()
            join request in scope.Requests(actor) on one.RequestId equals request.Id
            join person in db.Requesters on one.RequestId equals person.RequestId
            where one.HeadId == head
            orderby one.JoinedAt, one.RequestId
            select new { One = one, request.Reference, request.Visibility, request.WorksAt, Person = person }).ToListAsync(stop);
        var shown = new List<ParticipantRow>();
        foreach (var row in rows)
        {
            var person = row.Visibility == Visibility.Named ? seal.Open(row.Person) : null;
            var reader = row.Visibility == Visibility.Named ? actor : await ownUnit.WithoutItAsync(actor, row.WorksAt, stop);
            var isOwnUnit = reader != actor && !await scope.ReachesAsync(reader, row.One.RequestId, stop);
            var like = person is null ? -1 : rows.FindIndex(other => other.One != row.One && other.Visibility == Visibility.Named && IsSame(other.Person, row.Person));
            shown.Add(new ParticipantRow(
                row.One.RequestId, row.Reference, person?.Name, row.Visibility, isOwnUnit || row.WorksAt is not { } works ? null : (await units.FindAsync(works, stop))?.ShortName,
                row.One.JoinedAt, row.One.Way, row.One.RepresentsSince, row.One.NamedBy, like < 0 ? null : like + 1));
        }

        return shown;
    }

    private static bool IsSame(Requester one, Requester other) =>
        one is { NamePrint: { } name, PhonePrint: { } phone } && other is { NamePrint: { } otherName, PhonePrint: { } otherPhone } && name.SequenceEqual(otherName) && phone.SequenceEqual(otherPhone);
}

/// <param name="Name">Null where he is not named.</param>
/// <param name="WorksAt">Null where he did not say, or the reader is of his own unit.</param>
/// <param name="Like">The place of another who left the same name and phone.</param>
internal sealed record ParticipantRow(
    RequestId Id, string Reference, string? Name, Visibility Visibility, string? WorksAt, DateTimeOffset JoinedAt, ParticipantWay Way, DateTimeOffset? RepresentsSince, string? NamedBy, int? Like)
{
    public string Who => Name ?? (Visibility == Visibility.Named ? "没有留姓名" : $"一位职工（{Visibility.Chinese()}）");

    public string Came => Way switch { ParticipantWay.First => "最先说的", ParticipantWay.Desk => "工会并进来的", _ => "自己凭链接加入" };
}
