using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Data;

/// <summary>Turns the events of one save into audit records and jobs of the same transaction.</summary>
public sealed class ChangeRecorder(Subscriptions subscriptions, TimeProvider clock)
{
    /// <summary>How events are written: Chinese as it is, enums by name.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutSubject } },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new IdJson(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public void Record(AppDbContext db, IEnumerable<IDomainEvent> events, Actor actor, string? reason)
    {
        var now = clock.GetUtcNow();
        foreach (var happened in events)
        {
            var type = happened.GetType();
            var data = JsonSerializer.Serialize(happened, type, Json);
            db.Add(Entry(happened, EventName.Of(type), data, actor, reason, now));
            foreach (var subscription in subscriptions.To(type))
            {
                db.SignalAfterSave(JobStore.Topic);
                db.Add(new Job { Id = SortableId.Next(now), Kind = subscription.Kind, Data = data, CreatedAt = now, RunAt = RunAt(happened, now) });
            }
        }
    }

    private static DateTimeOffset RunAt(IDomainEvent happened, DateTimeOffset now) =>
        happened is ITakesEffect later && ChinaTime.StartOf(later.From) is var day && day > now ? day : now;

    /// <summary>The subject has columns of its own; records that implement the interface do not inherit its attribute.</summary>
    private static void LeaveOutSubject(JsonTypeInfo type)
    {
        if (typeof(IDomainEvent).IsAssignableFrom(type.Type) && type.Properties.FirstOrDefault(property => property.PropertyType == typeof(Subject)) is { } subject)
        {
            type.Properties.Remove(subject);
        }
    }

    private static AuditEntry Entry(IDomainEvent happened, string what, string data, Actor actor, string? reason, DateTimeOffset now) => new()
    {
        Id = SortableId.Next(now),
        At = now,
        Account = actor.Account,
        ActorName = actor.Name,
        Address = actor.Address,
        What = what,
        SubjectKind = happened.Subject.Kind,
        SubjectId = happened.Subject.Id,
        Reason = reason,
        Data = data,
    };
}
