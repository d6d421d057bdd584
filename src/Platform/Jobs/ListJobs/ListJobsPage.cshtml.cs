using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Jobs.ListJobs;

[Needs(Permission.ManageSettings)]
internal sealed class ListJobsPage(JobsQuery query, EventLabels labels, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<(JobState State, string Name)> States =
        [(JobState.Dead, "停下的"), (JobState.Ready, "等着的"), (JobState.Running, "在做的"), (JobState.Unknown, "不认识的")];

    public JobState State { get; private set; }

    public JobCounts Counts { get; private set; } = new(0, 0, 0, 0);

    public IReadOnlyList<JobRow> Rows { get; private set; } = [];

    public IReadOnlyList<RecurringRow> Recurring { get; private set; } = [];

    public Guid? Next { get; private set; }

    public bool IsFirst { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public (string Title, string? Text) Empty => State switch
    {
        JobState.Dead => ("没有停下的任务", "任务做了 8 次都不成，才会停在这里等您看。"),
        JobState.Ready => ("没有等着的任务", "都做完了。"),
        JobState.Running => ("这会儿没有任务在做", null),
        _ => ("没有不认识的任务", "升级到一半时，新版本存下的任务会在这里等着。"),
    };

    /// <summary>After which event it runs.</summary>
    public string Say(string kind) => $"“{labels.Event(kind.Split(':')[0])}”之后";

    public string SayRecurring(string name) => labels.Field("recurring", name);

    public async Task OnGetAsync(JobState state, Guid? after, CancellationToken stop)
    {
        State = Enum.IsDefined(state) ? state : JobState.Dead;
        Counts = await query.CountAsync(stop);
        var rows = await query.ListAsync(State, after, stop);
        Rows = [.. rows.Take(JobsQuery.PageSize)];
        Next = rows.Count > JobsQuery.PageSize ? Rows[^1].Id : null;
        IsFirst = after is null;
        Recurring = await query.RecurringAsync(stop);
    }
}
