using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.NameAccused;

/// <summary>反映的是…: whom of the union this is about, so that it goes around him.</summary>
[Needs(Permission.DispatchRequests)]
internal sealed class NameAccusedPage(NameAccusedHandler handler, CaseQuery cases, RequestsDb db, Scope scope, ICurrentActor current) : CaseVerbPage<NameAccusedForm>(cases, current)
{
    private bool isSeen = true;

    /// <summary>What stands on this very request.</summary>
    public IReadOnlyList<Accused> Rows { get; private set; } = [];

    /// <summary>What stands on those it is handled with.</summary>
    public IReadOnlyList<string> Elsewhere { get; private set; } = [];

    protected override string Said => isSeen ? "记下了，会绕开他们。" : "记下了，转到了上一级。它和您的单位有关，您看不到了。";

    protected override string Back => isSeen ? base.Back : "/desk/requests";

    protected override async Task<Result> ActAsync(Actor actor, CancellationToken stop)
    {
        var named = await handler.HandleAsync(actor, Number, Form, stop);
        isSeen = !named.Succeeded || (Reference.Parse(Number) is { } number && await scope.Requests(actor).AnyAsync(request => request.Reference == number, stop));
        return named;
    }

    protected override async Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        if (!await base.FindAsync(actor, stop))
        {
            return false;
        }

        var rows = await db.Accused.AsNoTracking().Where(row => row.RequestId == Case.Row.Id).OrderBy(row => row.Id).ToListAsync(stop);
        (Rows, Elsewhere) = ([.. rows.Where(row => row.CopyOf is null)], [.. rows.Where(row => row.CopyOf is not null).Select(row => row.Name).Distinct()]);
        return true;
    }
}
