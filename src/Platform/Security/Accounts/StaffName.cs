using UnionHall.Text;

namespace UnionHall.Platform.Security.Accounts;

internal static class StaffName
{
    /// <summary>How workers and timelines see a member of staff: surname and 同志.</summary>
    public static string Public(string name) => Masking.Surname(name) + "同志";
}
