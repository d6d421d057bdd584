using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>What a program may do with an API key, within what its post allows anyway.</summary>
public enum ApiScope
{
    /// <summary>Read the requests that the post sees.</summary>
    ReadRequests = 1,

    /// <summary>File requests on behalf of workers.</summary>
    FileRequests,

    /// <summary>Read the rates of the units that the post covers.</summary>
    ReadFigures,

    /// <summary>File requests by Open311, where the answer may become public.</summary>
    FileOpen311,
}

/// <summary>The words of scopes, and what they rest on.</summary>
public static class ApiScopes
{
    /// <summary>The permission that the post must carry.</summary>
    public static Permission Needs(this ApiScope scope) => scope is ApiScope.FileRequests or ApiScope.FileOpen311 ? Permission.RegisterRequests : Permission.ReadRequests;

    public static string Chinese(this ApiScope scope) => scope switch
    {
        ApiScope.ReadRequests => "读诉求",
        ApiScope.FileRequests => "代职工交诉求",
        ApiScope.ReadFigures => "读三率",
        _ => "按公开接口交诉求",
    };

    internal static string Hint(this ApiScope scope) => scope switch
    {
        ApiScope.ReadRequests => "这个职务在工作台看得到的，保密的身份仍然看不到",
        ApiScope.FileRequests => "和登记一件一样，原话只有经手的人看得到",
        ApiScope.ReadFigures => "这个职务管的单位的响应率、解决率、满意率",
        _ => "对外公开的接口；交的人同意公开的，原话和答复隐去号码和称呼后谁都看得到",
    };
}
