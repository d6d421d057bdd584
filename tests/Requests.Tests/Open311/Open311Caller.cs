using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Open311;

/// <summary>A program that speaks Open311, in one of the two formats; what comes back is told in the words of the specification.</summary>
internal sealed class Open311Caller(TestSite site, string format)
{
    private readonly Browser door = site.NewBrowser();

    public async Task<Open311Reply> GetAsync(string address, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/open311/{address}.{format}{query}", UriKind.Relative));
        return await SendAsync(request);
    }

    public async Task<Open311Reply> PostAsync(params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/open311/v2/requests.{format}", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        return await SendAsync(request);
    }

    private async Task<Open311Reply> SendAsync(HttpRequestMessage request)
    {
        using var answer = await door.SendRawAsync(request);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.ToString().ShouldBe(format == "xml" ? "text/xml; charset=utf-8" : "application/json; charset=utf-8", body);
        return new Open311Reply(answer.StatusCode, body, format == "xml");
    }
}

/// <summary>What came back.</summary>
internal sealed record Open311Reply(HttpStatusCode Status, string Body, bool IsXml)
{
    public XElement Xml => XDocument.Parse(Body).Root!;

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The repeating things of the answer, each as name → words.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Each(string root, string child)
    {
        if (!IsXml)
        {
            return [.. Json.AsArray().Select(one => Fields(one!.AsObject()))];
        }

        Body.ShouldStartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        Xml.Name.LocalName.ShouldBe(root);
        Xml.Elements().ShouldAllBe(one => one.Name.LocalName == child);
        return [.. Xml.Elements().Select(Fields)];
    }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Requests => Each("service_requests", "request");

    public IReadOnlyDictionary<string, string> Request => Requests.ShouldHaveSingleItem();

    /// <summary>The errors, whose codes are the status.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            var errors = Each("errors", "error");
            errors.ShouldNotBeEmpty();
            errors.ShouldAllBe(error => error["code"] == ((int)Status).ToString(System.Globalization.CultureInfo.InvariantCulture));
            return [.. errors.Select(error => error["description"])];
        }
    }

    /// <summary>The length in bytes must be that of UTF-8 without a byte order mark.</summary>
    public bool IsPlainUtf8 => Body.Length > 0 && Body[0] != '\uFEFF' && Encoding.UTF8.GetByteCount(Body) >= Body.Length;

    private static IReadOnlyDictionary<string, string> Fields(XElement one) => one.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value, StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, string> Fields(JsonObject one) => one.ToDictionary(field => field.Key, field => field.Value is null ? "" : field.Value.ToString(), StringComparer.Ordinal);
}
