using Npgsql;
using NpgsqlTypes;
using UnionHall.Platform.Data;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.FillRequests;

/// <summary>Writes synthetic requests into their seven tables by binary COPY.</summary>
internal sealed class RequestCopier(NpgsqlConnection connection, IReadOnlyList<Requester> people, DateTimeOffset now)
{
    private static readonly string WorkingDays = EnumText.Code(LimitUnit.WorkingDays);
    private static readonly string Received = EnumText.Code(OrderWay.Received);
    private static readonly string Dispatched = EnumText.Code(OrderWay.Dispatched);
    private static readonly string Hours = EnumText.Code(LimitUnit.Hours);
    private static readonly string Promise = EnumText.Code(ClockName.Promise);
    private static readonly string Hop = EnumText.Code(ClockName.Hop);

    private const string Request =
        """
        request (id, reference, service_id, matter_type, category, title, words, answers, visibility, channel, works_at, owner, current_unit, state,
        submitted_at, due_at, is_provisional, next_due_at, is_open, first_reply_at, first_answer_at, replied_at, closed_at, outcome, rating, disputes, source,
        urgency, limit_amount, limit_unit, added, warned_at, breached_at, sweep_at, word_index)
        """;

    private const string FollowUp =
        """
        follow_up (id, request_id, round, unit_id, reason, rule_id, means, state, planned_at, call_from, due_at, attempts, in_time,
        contacted, solved, rating, set_aside, ended_at, ended_name)
        """;

    public async Task WriteAsync(IReadOnlyList<FilledRequest> rows, CancellationToken stop)
    {
        await CopyRequestsAsync(rows, stop);
        await CopyAsync("requester (request_id, name, phone, name_print, phone_print)", rows, WriteRequester, stop);
        await CopyAsync("work_order (id, request_id, parent_id, unit_id, dispatched_at, due_at, is_provisional, acknowledged_at, finished_at, limit_amount, limit_unit, added, warned_at, breached_at, way)", rows, WriteOrders, stop);
        await CopyAsync("timeline_entry (id, request_id, at, kind, is_public, actor_name, unit_id, text)", rows, WriteStory, stop);
        await CopyAsync("breach (id, request_id, order_id, unit_id, clock, due_at, at)", rows, WriteBreaches, stop);
        await CopyAsync("request_reach (unit_id, request_id, direct, is_open, due_at, state, in_dispute)", rows, WriteReach, stop);
        await CopyAsync(FollowUp, rows, WriteFollowUp, stop);
    }

    private async Task CopyRequestsAsync(IReadOnlyList<FilledRequest> rows, CancellationToken stop)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {Request} from stdin (format binary)", stop);
        foreach (var row in rows)
        {
            WriteRequest(copy, row);

            // The driver writes this type asynchronously only.
            await copy.WriteAsync(row.Text.Index, NpgsqlDbType.TsVector, stop);
        }

        await copy.CompleteAsync(stop);
    }

    private async Task CopyAsync(string target, IReadOnlyList<FilledRequest> rows, Action<NpgsqlBinaryImporter, FilledRequest> write, CancellationToken stop)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)", stop);
        foreach (var row in rows)
        {
            write(copy, row);
        }

        await copy.CompleteAsync(stop);
    }

    private static void WriteRequest(NpgsqlBinaryImporter copy, FilledRequest row)
    {
        copy.StartRow();
        copy.Write(row.Id);
        copy.Write(row.Reference);
        copy.Write(row.Service.Id);
        copy.Write(row.Service.MatterType);
        copy.Write(row.Service.Category);
        copy.Write(row.Text.Title);
        copy.Write(row.Text.Words);
        copy.Write("[]", NpgsqlDbType.Jsonb);
        copy.Write(EnumText.Code(row.Visibility));
        copy.Write(EnumText.Code(row.Channel));
        copy.Write(row.Lineage[0]);
        copy.Write(row.Owner);
        copy.Write(row.CurrentUnit);
        copy.Write(EnumText.Code(row.State));
        copy.Write(row.SubmittedAt);
        copy.Write(row.DueAt);
        copy.Write(row.IsProvisional);
        copy.Write(row.NextDueAt);
        copy.Write(row.IsOpen);
        Write(copy, row.RepliedAt);
        Write(copy, row.RepliedAt);
        Write(copy, row.RepliedAt);
        Write(copy, row.ClosedAt);
        Write(copy, row.Outcome is { } outcome ? EnumText.Code(outcome) : null);
        Write(copy, row.Rating is { } rating ? EnumText.Code(rating) : null);
        copy.Write(row.State == RequestState.Disputed ? 1 : 0);
        copy.Write("fill");
        copy.Write(row.Service.Urgency);
        copy.Write(row.Service.Limit);
        copy.Write(WorkingDays);
        copy.Write(row.Added);
        Write(copy, row.Promise.WarnedAt);
        Write(copy, row.Promise.BreachedAt);
        Write(copy, row.SweepAt);
    }

    private void WriteRequester(NpgsqlBinaryImporter copy, FilledRequest row)
    {
        var person = people[row.Person];
        var isKnown = row.Visibility != Visibility.Anonymous;
        var isNamed = row.Visibility == Visibility.Named;
        copy.StartRow();
        copy.Write(row.Id);
        Write(copy, isKnown ? person.Name : null);
        Write(copy, isKnown ? person.Phone : null);
        Write(copy, isNamed ? person.NamePrint : null);
        Write(copy, isNamed ? person.PhonePrint : null);
    }

    private static void WriteOrders(NpgsqlBinaryImporter copy, FilledRequest row)
    {
        Guid? parent = null;
        foreach (var order in row.Orders)
        {
            var isOwn = parent is not null;
            copy.StartRow();
            copy.Write(order.Id);
            copy.Write(row.Id);
            Write(copy, parent);
            copy.Write(order.Unit);
            copy.Write(order.At);
            copy.Write(order.DueAt);
            copy.Write(row.IsProvisional);
            Write(copy, row.State is RequestState.Submitted or RequestState.Dispatched ? (DateTimeOffset?)null : order.At.AddMinutes(50));
            Write(copy, row.IsOpen ? null : row.RepliedAt);
            copy.Write(isOwn ? row.Service.Limit : 0);
            copy.Write(isOwn ? WorkingDays : Hours);
            copy.Write(isOwn ? row.Added : 0);
            Write(copy, isOwn ? order.Clock.WarnedAt : null);
            Write(copy, isOwn ? order.Clock.BreachedAt : null);
            copy.Write(isOwn ? Dispatched : Received);
            parent = order.Id;
        }
    }

    /// <summary>What was missed is charged to the hop that had it last.</summary>
    private static void WriteBreaches(NpgsqlBinaryImporter copy, FilledRequest row)
    {
        WriteBreach(copy, row, Promise, row.Promise.BreachedAt);
        WriteBreach(copy, row, Hop, row.Hops > 1 ? row.Orders[^1].Clock.BreachedAt : null);
    }

    private static void WriteBreach(NpgsqlBinaryImporter copy, FilledRequest row, string clock, DateTimeOffset? missed)
    {
        if (missed is { } at)
        {
            copy.StartRow();
            copy.Write(SortableId.Next(at));
            copy.Write(row.Id);
            copy.Write(row.Orders[^1].Id);
            copy.Write(row.CurrentUnit);
            copy.Write(clock);
            copy.Write(row.DueAt);
            copy.Write(at);
        }
    }

    private static void WriteStory(NpgsqlBinaryImporter copy, FilledRequest row)
    {
        foreach (var (kind, at, isPublic, unit) in RequestMaker.Story(row))
        {
            copy.StartRow();
            copy.Write(SortableId.Next(at));
            copy.Write(row.Id);
            copy.Write(at);
            copy.Write(EnumText.Code(kind));
            copy.Write(isPublic);
            copy.Write(kind is TimelineKind.Submitted or TimelineKind.Confirmed ? "职工" : kind == TimelineKind.Breached ? "时限" : "李同志");
            copy.Write(unit);
            Write(copy, kind switch
            {
                TimelineKind.Replied => "您好，情况已经核实，单位答应本月底前办妥，办好以后我们再去看一次。",
                TimelineKind.Breached => ClockName.Promise.Chinese(),
                _ => null,
            });
        }
    }

    private static void WriteReach(NpgsqlBinaryImporter copy, FilledRequest row)
    {
        for (var place = row.OwnerPlace - row.Hops + 1; place < row.Lineage.Length; place++)
        {
            copy.StartRow();
            copy.Write(row.Lineage[place]);
            copy.Write(row.Id);
            copy.Write(place <= row.OwnerPlace);
            copy.Write(row.IsOpen);
            copy.Write(row.NextDueAt);
            copy.Write(EnumText.Code(row.State));
            copy.Write(row.State == RequestState.Disputed);
        }
    }

    private void WriteFollowUp(NpgsqlBinaryImporter copy, FilledRequest row)
    {
        if (FilledFollowUp.Of(row, now) is not { } asked)
        {
            return;
        }

        copy.StartRow();
        copy.Write(asked.Id);
        copy.Write(row.Id);
        copy.Write(1);
        copy.Write(row.CurrentUnit);
        copy.Write(EnumText.Code(asked.Reason));
        copy.Write(asked.Rule);
        copy.Write(EnumText.Code(asked.Means));
        copy.Write(EnumText.Code(asked.State));
        copy.Write(asked.PlannedAt);
        copy.Write(asked.PlannedAt);
        copy.Write(asked.DueAt);
        copy.Write(asked.Attempts);
        copy.Write(asked.InTime);
        Write(copy, Code(asked.Contacted));
        Write(copy, Code(asked.Solved));
        Write(copy, Code(asked.Rating));
        Write(copy, Code(asked.SetAside));
        Write(copy, asked.EndedAt);
        Write(copy, asked.EndedAt is null ? null : "赵同志");
    }

    private static string? Code<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } some ? EnumText.Code(some) : null;

    private static void Write<T>(NpgsqlBinaryImporter copy, T? value)
        where T : struct
    {
        if (value is { } some)
        {
            copy.Write(some);
        }
        else
        {
            copy.WriteNull();
        }
    }

    private static void Write(NpgsqlBinaryImporter copy, string? value)
    {
        if (value is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(value);
        }
    }

    private static void Write(NpgsqlBinaryImporter copy, byte[]? value)
    {
        if (value is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(value);
        }
    }
}
