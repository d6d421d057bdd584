using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.NameAccused;

/// <summary>反映的是…: whoever may dispatch takes down whom a request is about, or takes it back; a unit it is about hands it on upward.</summary>
internal sealed class NameAccusedHandler(RequestDesk desk, RequestsDb db, AccusedFinder finder, WayAround way, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, string reference, NameAccusedForm form, CancellationToken stop) =>
        desk.ActAsync(Act.NameAccused, actor, reference, form.Seen, request => NameAsync(request, form, actor, stop), stop);

    private async Task<Result> NameAsync(Request request, NameAccusedForm form, Actor actor, CancellationToken stop)
    {
        var (found, now) = (await finder.FindAsync(form.Names, request.Owner, stop), clock.GetUtcNow());
        if (form.Names.Length > 0 && found.Count == 0)
        {
            return AccusedRefusals.Unknown;
        }

        var own = await db.Accused.Where(row => row.RequestId == request.Id && row.CopyOf == null).ToListAsync(stop);
        var added = found.Where(one => !own.Exists(row => row.Account == one.Account && row.UnitId == one.Unit)).Select(one => Accused.Of(request.Id, one, now)).ToList();
        var removed = own.Where(row => form.Remove.Contains(row.Id)).ToList();
        db.Accused.AddRange(added);
        db.Accused.RemoveRange(removed);
        var named = request.NameAccused(added, removed, form.Why, actor, now);
        return named.Succeeded ? await way.TakeAsync(request, added, form.Why, actor, stop) : named;
    }
}
