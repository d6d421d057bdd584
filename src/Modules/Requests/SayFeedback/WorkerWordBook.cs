using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.SayFeedback;

/// <summary>Keeps the worker's word of each round. The caller saves.</summary>
internal sealed class WorkerWordBook(RequestsDb db, TimeProvider clock)
{
    public async Task KeepAsync(Request request, Said said, string means, CancellationToken stop)
    {
        if (await db.WorkerWords.SingleOrDefaultAsync(row => row.RequestId == request.Id && row.Round == request.Round, stop) is { } before)
        {
            before.Change(said, means, clock.GetUtcNow());
        }
        else
        {
            db.WorkerWords.Add(WorkerWord.Of(request, said, means, clock.GetUtcNow()));
        }
    }
}
