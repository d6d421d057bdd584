namespace UnionHall.Platform.Notices;

/// <summary>Every occasion the modules tell of, by code. Modules add theirs by services.AddNoticeKinds(…).</summary>
public sealed class NoticeKinds(IEnumerable<NoticeKind> kinds)
{
    private readonly Dictionary<string, NoticeKind> all = kinds.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>In the order of their registration.</summary>
    public IReadOnlyCollection<NoticeKind> All => all.Values;

    /// <exception cref="ArgumentException">No module registered it.</exception>
    public NoticeKind Of(string code) => all.GetValueOrDefault(code) ?? throw new ArgumentException($"No notice is called {code}: register it with AddNoticeKinds.", nameof(code));

    /// <summary>The Chinese name; the code itself for what an earlier version sent.</summary>
    public string Name(string code) => all.GetValueOrDefault(code)?.Name ?? code;
}
