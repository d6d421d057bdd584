using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Settings;

/// <summary>A stored change of a setting.</summary>
internal sealed class SettingChange
{
    public Guid Id { get; init; }

    /// <summary>Which settings: service, category, request-number, calendar.</summary>
    public required string Area { get; init; }

    public required string Key { get; init; }

    /// <summary>A verb of the page, e.g. 停用.</summary>
    public required string What { get; init; }

    public DateTimeOffset At { get; init; }

    public AccountId? Account { get; init; }

    public required string ActorName { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public required string Basis { get; init; }

    /// <summary>JSON of <see cref="SettingLine"/>.</summary>
    public required string Lines { get; init; }
}

internal sealed class SettingModel : IModelPart
{
    public void Configure(ModelBuilder model) => model.Entity<SettingChange>(change =>
    {
        change.Property(row => row.Id).ValueGeneratedNever();
        change.Property(row => row.Lines).HasColumnType("jsonb");
    });
}
