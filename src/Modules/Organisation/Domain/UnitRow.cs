using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>One unit of the snapshot with its history, oldest first.</summary>
internal sealed record UnitRow(
    UnitSummary Unit, DateOnly OpenedOn, DateOnly? ClosedOn, UnitId? MergedInto, IReadOnlyList<NameRow> Names, IReadOnlyList<ParentRow> Parents)
{
    public bool ExistsOn(DateOnly day) => OpenedOn <= day && (ClosedOn is not { } closed || day < closed);

    /// <summary>The name in force on the day, or the first one for days before.</summary>
    public NameRow NameOn(DateOnly day) => Names.LastOrDefault(name => name.FromOn <= day) ?? Names[0];

    public ParentRow ParentOn(DateOnly day) => Parents.LastOrDefault(parent => parent.FromOn <= day) ?? Parents[0];
}

internal sealed record NameRow(DateOnly FromOn, DateOnly? ToOn, string Name, string ShortName);

internal sealed record ParentRow(DateOnly FromOn, DateOnly? ToOn, UnitId? Parent);
