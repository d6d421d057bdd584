using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Checks;

/// <summary>The checklist of a request: what the version of its service asks, and what is ticked.</summary>
internal sealed class CheckBook(RequestsDb db)
{
    public static IReadOnlyList<ServiceCheck> Read(string json) => JsonSerializer.Deserialize<ServiceCheck[]>(json, ChangeRecorder.Json)!;

    public static string Write(IReadOnlyList<ServiceCheck> checks) => JsonSerializer.Serialize(checks, ChangeRecorder.Json);

    public async Task<IReadOnlyList<CheckRow>> OfAsync(RequestId request, int round, Guid service, CancellationToken stop)
    {
        var checks = Read(await db.Services.Where(row => row.Id == service).Select(row => row.Checks).SingleAsync(stop));
        if (checks.Count == 0)
        {
            return [];
        }

        var done = await db.Checks.AsNoTracking().Where(row => row.RequestId == request && row.Round == round).ToDictionaryAsync(row => row.Key, stop);
        return [.. checks.Select(check => new CheckRow(check, done.GetValueOrDefault(check.Key)))];
    }

    /// <summary>What is still to be done before this act; null when nothing is.</summary>
    public async Task<Refusal?> RefusalAsync(Act act, Request request, CancellationToken stop)
    {
        if (act is not (Act.Reply or Act.Decline or Act.AskApproval or Act.AskDecline or Act.ApproveReply or Act.Close))
        {
            return null;
        }

        var open = (await OfAsync(request.Id, request.Round, request.ServiceId, stop)).Where(row => row.Done is null && (act == Act.Close || !row.Check.BeforeEnd)).Select(row => row.Check.Label).ToList();
        return open.Count == 0 ? null : new Refusal("checks-open", $"清单上还差 {open.Count} 项：{string.Join("、", open)}。办好勾上，再{(act == Act.Close ? "办结" : "答复")}。");
    }
}

/// <summary>An item and who did it, or null.</summary>
internal sealed record CheckRow(ServiceCheck Check, RequestCheck? Done);
