using UnionHall.Organisation;

namespace UnionHall.Requests.Acting;

/// <summary>Says that somebody is away.</summary>
internal static class AbsenceWords
{
    /// <summary>As it stands beside a name: 不在，王敏代到 11月25日.</summary>
    public static string Of(Absence away) => $"不在，{away.StandIn}代到 {away.LastDay.Month}月{away.LastDay.Day}日";
}
