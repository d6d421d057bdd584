using System.Globalization;

namespace UnionHall.Requests.Data;

/// <summary>Where a page of a list ended: the last row's time and key. Stands in addresses as microseconds.key.</summary>
internal sealed record TimeCursor(DateTimeOffset At, Guid Id)
{
    public static TimeCursor? Read(string? typed)
    {
        var parts = typed?.Split('.') ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && micros <= 253_402_300_799_000_000 && Guid.TryParse(parts[1], out var id)
            ? new TimeCursor(DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond), id)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.{Id:N}");
}
