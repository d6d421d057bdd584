using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Audit.ListAudit;

/// <summary>What the reader looks for; travels in the address.</summary>
internal sealed class AuditFilter
{
    /// <summary>An account's key, or the beginning of a name.</summary>
    public string? Person { get; set; }

    /// <summary>The event's name as stored.</summary>
    public string? Kind { get; set; }

    /// <summary>What it is about: a kind, a key, or both as kind:key.</summary>
    public string? About { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public bool IsEmpty => Person is null && Kind is null && About is null && From is null && To is null;

    public IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries)
    {
        entries = ByPerson(entries);
        entries = Kind is null ? entries : entries.Where(entry => entry.What == Kind);
        entries = BySubject(entries);
        return ByDate(entries);
    }

    private IQueryable<AuditEntry> ByPerson(IQueryable<AuditEntry> entries)
    {
        if (Person is null)
        {
            return entries;
        }

        if (Guid.TryParse(Person, out var key))
        {
            AccountId? account = new AccountId(key);
            return entries.Where(entry => entry.Account == account);
        }

        return entries.Where(entry => entry.ActorName.StartsWith(Person.Trim()));
    }

    private IQueryable<AuditEntry> BySubject(IQueryable<AuditEntry> entries)
    {
        if (About is null)
        {
            return entries;
        }

        var parts = About.Trim().Split(':', 2);
        if (!Guid.TryParse(parts[^1], out var key))
        {
            return entries.Where(entry => entry.SubjectKind == parts[0]);
        }

        return parts.Length == 1
            ? entries.Where(entry => entry.SubjectId == key)
            : entries.Where(entry => entry.SubjectKind == parts[0] && entry.SubjectId == key);
    }

    /// <summary>Keys begin with their time: a bound on them spares reading the years after. A day's margin for clocks that differ.</summary>
    private IQueryable<AuditEntry> ByDate(IQueryable<AuditEntry> entries)
    {
        if (From is { Year: > 1900 and < 2200 } from)
        {
            var start = ChinaTime.StartOf(from);
            var first = TimeKey.At(start.AddDays(-1));
            entries = entries.Where(entry => entry.At >= start && entry.Id >= first);
        }

        if (To is { Year: > 1900 and < 2200 } to)
        {
            var end = ChinaTime.StartOf(to.AddDays(1));
            var last = TimeKey.At(end.AddDays(1));
            entries = entries.Where(entry => entry.At < end && entry.Id < last);
        }

        return entries;
    }
}
