using System.Security.Cryptography;
using System.Text;

namespace UnionHall.Organisation.Parts;

/// <summary>Ties a second press to the preview that was shown: what differs from it is shown again first.</summary>
internal static class SeenMark
{
    private const int Length = 16;

    public static string Of(object? what) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(what?.ToString() ?? "")))[..Length];
}
