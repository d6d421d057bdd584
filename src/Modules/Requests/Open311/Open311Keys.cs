using System.Globalization;
using Microsoft.AspNetCore.Http;
using UnionHall.Organisation;

namespace UnionHall.Requests.Open311;

/// <summary>Why a key was not taken, in the words of Open311.</summary>
internal static class Open311Keys
{
    public static Open311Error Error(ApiEntry entry, HttpResponse response)
    {
        if (entry.Wait is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return entry.Refusal switch
        {
            ApiRefusal.Missing => Open311Error.Forbidden("请带上 api_key。没有的话，请向本级工会的系统管理员申请。"),
            ApiRefusal.OutOfScope => Open311Error.Forbidden("这个 api_key 不能按公开接口交诉求。"),
            ApiRefusal.TooMany => new Open311Error(StatusCodes.Status429TooManyRequests, "来得太快了，请过一会儿再来。"),
            _ => Open311Error.Forbidden("这个 api_key 不对，或者已经停用、到期了。"),
        };
    }
}
