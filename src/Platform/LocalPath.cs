namespace UnionHall.Platform;

/// <summary>Tells addresses within this site from those that lead away.</summary>
public static class LocalPath
{
    /// <summary>True for a path that a browser cannot take for another host: "/a", not "//a", "/\a" or "http:…".</summary>
    public static bool Is(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
