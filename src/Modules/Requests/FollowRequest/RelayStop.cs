using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.FollowRequest;

/// <summary>One of at most four stops of the way a request goes; the bold one is now.</summary>
internal sealed record RelayStop(string Unit, string What, StopState State)
{
    public static IReadOnlyList<RelayStop> Of(Request request, IReadOnlyDictionary<UnitId, string> names)
    {
        var isAnswered = request.State is RequestState.Replied || request.ClosedAt is not null;
        var stops = new List<RelayStop>();
        if (request.CurrentUnit != request.Owner)
        {
            stops.Add(new RelayStop(names[request.Owner], request.InDispute || request.Orders.Where(order => order.IsLead).MaxBy(order => order.Id.Value)?.Way is OrderWay.Escalated or OrderWay.ReportedUp ? "已交上来" : "已派下", StopState.Done));
        }

        stops.Add(new RelayStop(names[request.CurrentUnit], isAnswered ? "已办" : Doing(request), isAnswered ? StopState.Done : StopState.Now));
        stops.Add(new RelayStop("给您", "答复", isAnswered ? StopState.Done : StopState.Later));
        stops.Add(new RelayStop("您来", "确认", request.State == RequestState.Replied ? StopState.Now : request.ClosedAt is not null ? StopState.Done : StopState.Later));
        return stops;
    }

    private static string Doing(Request request) => request.State switch
    {
        RequestState.Submitted => "已收到",
        RequestState.Dispatched => "还没签收",
        RequestState.Asked => "等您回话",
        _ when request.IsAgain => "重新看",
        _ => "正在办",
    };
}

internal enum StopState
{
    Later = 1,
    Now,
    Done,
}
