using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace UnionHall.Platform.Web;

/// <summary>The number of a broken request, short enough to be read out on the phone: 7F2K-19Q4. Worked out from the trace, so one finds the other.</summary>
internal static class ErrorReference
{
    /// <summary>Crockford's letters: none that are mistaken for each other.</summary>
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(Activity? trace, string otherwise)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(trace?.TraceId.ToHexString() ?? otherwise));
        var reference = string.Concat(hash.Take(8).Select(part => Letters[part & 31]));
        return $"{reference[..4]}-{reference[4..]}";
    }
}
