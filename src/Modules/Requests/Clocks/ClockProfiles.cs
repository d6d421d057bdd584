namespace UnionHall.Requests.Clocks;

/// <summary>The city profiles that come with the software.</summary>
internal static class ClockProfiles
{
    public const string Default = "beijing";

    public static readonly IReadOnlyList<(string Code, string Name)> All = [(Default, "北京"), ("zhejiang", "浙江"), ("qingdao", "青岛")];

    public static string NameOf(string code) => All.FirstOrDefault(profile => profile.Code == code).Name ?? code;
}
