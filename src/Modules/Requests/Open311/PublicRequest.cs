namespace UnionHall.Requests.Open311;

/// <summary>All that the public learns of a request.</summary>
/// <param name="Words">Null where they are not public.</param>
/// <param name="Answer">The last answer; null where there is none or it is not public.</param>
/// <param name="Agency">Never a union of an employer.</param>
internal sealed record PublicRequest(
    string Reference, bool IsOpen, RequestState State, string ServiceCode, string ServiceName, string? Words, string? Answer, string Agency,
    DateTimeOffset FiledAt, DateTimeOffset UpdatedAt, DateTimeOffset? DueAt, decimal? Lat, decimal? Long)
{
    public static Open311Document Document(IEnumerable<PublicRequest> requests) => new("service_requests", new Several("request", [.. requests.Select(request => (object)request.Parts())]));

    private List<Part> Parts() =>
    [
        new("service_request_id", Reference),
        new("status", IsOpen ? "open" : "closed"),
        new("status_notes", Answer ?? Where),
        new("service_name", ServiceName),
        new("service_code", ServiceCode),
        new("description", Words ?? $"{ServiceName}（原话不公开）"),
        new("agency_responsible", Agency),
        new("service_notice", null),
        new("requested_datetime", Open311Time.Of(FiledAt)),
        new("updated_datetime", Open311Time.Of(UpdatedAt)),
        new("expected_datetime", DueAt is { } due ? Open311Time.Of(due) : null),
        new("address", null),
        new("address_id", null),
        new("zipcode", null),
        new("lat", Lat),
        new("long", Long),
        new("media_url", null),
    ];

    private string Where => State switch
    {
        RequestState.Submitted => "已收到。",
        RequestState.Dispatched => "已派下。",
        RequestState.Acknowledged or RequestState.Asked => "正在办。",
        RequestState.Replied => "已答复，等提交的人确认。",
        RequestState.Disputed => "提交的人说没解决，上一级在看。",
        RequestState.Closed => "已办结。",
        RequestState.Declined => "已告诉提交的人该找谁。",
        RequestState.Merged => "和另一件一起办。",
        _ => "提交的人撤回了。",
    };
}
