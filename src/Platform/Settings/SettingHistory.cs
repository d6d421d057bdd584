namespace UnionHall.Platform.Settings;

/// <summary>The model of /Settings/_SettingHistory.cshtml.</summary>
/// <param name="Names">The names of the settings by key where several are shown together; null on the page of one.</param>
public sealed record SettingHistory(IReadOnlyList<SettingStep> Steps, DateTimeOffset Now, IReadOnlyDictionary<string, string>? Names = null)
{
    internal string? NameOf(string key) => Names is null ? null : Names.GetValueOrDefault(key, key);
}
