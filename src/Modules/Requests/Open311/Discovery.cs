using Microsoft.AspNetCore.Http;

namespace UnionHall.Requests.Open311;

/// <summary>What tells other systems where to ask.</summary>
internal static class Discovery
{
    public static Open311Document Document(HttpRequest request, DateTimeOffset changedAt)
    {
        var changeset = Open311Time.Of(changedAt);
        return new Open311Document("discovery", new List<Part>
        {
            new("changeset", changeset),
            new("contact", "有事请拨打 12351，或找本级工会。"),
            new("key_service", "要交诉求，请向本级工会的系统管理员申请密钥；只看不用密钥。"),
            new("endpoints", new Several("endpoint",
            [
                new List<Part>
                {
                    new("specification", "http://wiki.open311.org/GeoReport_v2"),
                    new("url", $"{request.Scheme}://{request.Host}{request.PathBase}/open311/v2"),
                    new("changeset", changeset),
                    new("type", "production"),
                    new("formats", new Several("format", ["text/xml", "application/json"])),
                },
            ])),
        });
    }
}
