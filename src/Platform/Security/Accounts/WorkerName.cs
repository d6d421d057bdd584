using UnionHall.Text;

namespace UnionHall.Platform.Security.Accounts;

internal static class WorkerName
{
    /// <summary>How the pages greet a worker: surname and 师傅. All the account table knows of the name.</summary>
    public static string Of(PersonName name) => Masking.Surname(name.Text) + "师傅";
}
