namespace UnionHall.Requests.Rates;

/// <summary>A 95 % interval of a share (Wilson 1927, without continuity correction): how far n answers can be trusted.</summary>
internal static class Wilson
{
    private const double Z = 1.959963984540054;

    /// <returns>Null where there is nothing to divide by.</returns>
    public static (double Low, double High)? Interval(int hits, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, count);
        if (count == 0)
        {
            return null;
        }

        var (n, p) = ((double)count, (double)hits / count);
        var (centre, spread) = (p + (Z * Z / (2 * n)), Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n))));
        var whole = 1 + (Z * Z / n);
        return (Math.Max(0, (centre - spread) / whole), Math.Min(1, (centre + spread) / whole));
    }
}
