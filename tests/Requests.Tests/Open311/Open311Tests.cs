using System.Globalization;
using System.Net;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Open311;

/// <summary>GeoReport v2 as its digest has it, in JSON and in XML (../specs/open311-georeport-v2.md, sections 1 to 10).</summary>
public sealed class Open311Tests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    public static readonly TheoryData<string> Formats = ["json", "xml"];

    private readonly GivenRequests given = new(site);
    private static GivenCity city = null!;
    private static string key = "";

    public async ValueTask InitializeAsync()
    {
        if (key.Length == 0)
        {
            city = await GivenCity.BuildAsync(site);
            key = await site.ApiKeyAsync(Role.Agent, city.City, [ApiScope.FileOpen311]);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Discovery_HasAllFields(string format)
    {
        var found = await new Open311Caller(site, format).GetAsync("discovery");

        found.Status.ShouldBe(HttpStatusCode.OK);
        found.IsPlainUtf8.ShouldBeTrue();
        if (format == "xml")
        {
            found.Xml.Name.LocalName.ShouldBe("discovery");
            found.Xml.Element("endpoints")!.Element("endpoint")!.Element("url")!.Value.ShouldBe("http://localhost/open311/v2");
            found.Xml.Descendants("format").Select(one => one.Value).ShouldBe(["text/xml", "application/json"]);
            found.Xml.Elements().Select(field => field.Name.LocalName).ShouldBe(["changeset", "contact", "key_service", "endpoints"]);
            return;
        }

        var endpoint = found.Json["endpoints"]![0]!;
        endpoint["specification"]!.ToString().ShouldBe("http://wiki.open311.org/GeoReport_v2");
        endpoint["type"]!.ToString().ShouldBe("production");
        endpoint["formats"]![1]!.ToString().ShouldBe("application/json");
        Moment(found.Json["changeset"]!.ToString()).ShouldBeLessThanOrEqualTo(site.Clock.GetUtcNow());
        Moment(endpoint["changeset"]!.ToString()).ShouldBe(Moment(found.Json["changeset"]!.ToString()));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Services_AreTheCatalogue_WithoutReportsAndPetitions(string format)
    {
        var services = (await new Open311Caller(site, format).GetAsync("v2/services")).Each("services", "service");

        services.Count.ShouldBeGreaterThan(20);
        services.ShouldAllBe(service => service["metadata"] == "true" && service["type"] == "realtime" && service["service_name"].Length > 0 && service["group"].Length > 0 && service["keywords"].Contains(','));
        services.Select(service => service["service_code"]).ShouldBeUnique();
        services.ShouldContain(service => service["service_code"] == "general-complaint");
        services.ShouldNotContain(service => service["service_code"] == "general-report" || service["service_code"] == "general-petition");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task EveryService_HasADefinition_InOrder_WithItsQuestions(string format)
    {
        var caller = new Open311Caller(site, format);
        foreach (var service in (await caller.GetAsync("v2/services")).Each("services", "service"))
        {
            var definition = await caller.GetAsync($"v2/services/{service["service_code"]}");
            definition.Status.ShouldBe(HttpStatusCode.OK);
            var attributes = Attributes(definition, service["service_code"]);
            attributes.Select(one => one["order"]).ShouldBe(Enumerable.Range(1, attributes.Count).Select(number => number.ToString(CultureInfo.InvariantCulture)));
            attributes.Select(one => one["code"]).ShouldBeUnique();
            attributes.ShouldAllBe(one => Array.IndexOf(Datatypes, one["datatype"]) >= 0 && (one["required"] == "true" || one["required"] == "false") && one["description"].Length > 0);
            attributes.Where(one => one["datatype"].EndsWith("list", StringComparison.Ordinal)).ShouldAllBe(one => one["values"].Length > 0);
            attributes[^1]["code"].ShouldBe("publish");
        }

        (await caller.GetAsync("v2/services/nothing")).Errors.ShouldHaveSingleItem();
        (await caller.GetAsync("v2/services/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await caller.GetAsync("v2/services/general-report")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task AJurisdictionThatIsNone_IsNotFound_AndAnEmptyOneIsNone(string format)
    {
        var caller = new Open311Caller(site, format);

        foreach (var address in new[] { "v2/services", "v2/services/general-complaint", "v2/requests", "v2/requests/2026-000001", "v2/tokens/2026-000001" })
        {
            var wrong = await caller.GetAsync(address, "?jurisdiction_id=nowhere");
            wrong.Status.ShouldBe(HttpStatusCode.NotFound, address);
            wrong.Errors.ShouldHaveSingleItem();
        }

        (await caller.GetAsync("v2/services", "?jurisdiction_id=")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Post_WithoutARightKey_Is403_AndWithoutWhatIsNeeded400(string format)
    {
        var caller = new Open311Caller(site, format);
        var before = await site.CountAsync("request");

        foreach (var wrong in new[] { "", "uh_" + new string('0', 64), "nonsense", await site.ApiKeyAsync(Role.Agent, city.City, [ApiScope.FileRequests]) })
        {
            var refused = await caller.PostAsync(("api_key", wrong), ("service_code", "general-complaint"), ("description", "灯坏了"), ("address_string", "人民路"));
            refused.Status.ShouldBe(HttpStatusCode.Forbidden);
            refused.Errors.ShouldHaveSingleItem();
        }

        (await caller.PostAsync(("api_key", key), ("description", "灯坏了"), ("address_string", "人民路"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await caller.PostAsync(("api_key", key), ("service_code", "general-report"), ("description", "灯坏了"), ("address_string", "人民路"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await caller.PostAsync(("api_key", key), ("service_code", "general-complaint"), ("description", "灯坏了"), ("jurisdiction_id", "nowhere"))).Status.ShouldBe(HttpStatusCode.NotFound);
        var all = await caller.PostAsync(("api_key", key), ("service_code", "general-complaint"), ("lat", "39.9"), ("phone", new string('1', 41)), ("media_url", "javascript:alert(1)"));
        all.Status.ShouldBe(HttpStatusCode.BadRequest);
        all.Errors.Count.ShouldBe(4);
        (await site.CountAsync("request")).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task ARequest_RunsTheNormalRoad_AndItsAnswerAppearsThere(string format)
    {
        var caller = new Open311Caller(site, format);
        var filed = (await FileAsync(caller, ("attribute[publish]", "yes"), ("media_url", "https://example.cn/1.jpg"), ("media_url", "https://example.cn/2.jpg"))).Request;
        var id = filed["service_request_id"];
        filed.Keys.ShouldNotContain("token");
        filed["service_notice"].ShouldContain("口令");

        var fresh = (await caller.GetAsync($"v2/requests/{id}")).Request;
        fresh["status"].ShouldBe("open");
        fresh["service_code"].ShouldBe("general-complaint");
        fresh["description"].ShouldBe("休息室的灯坏了两周，〔称呼〕打〔号码〕没人接。");
        fresh["status_notes"].ShouldBe("已收到。");
        (fresh["lat"], fresh["long"]).ShouldBe(("39.90", "116.41"));
        fresh["agency_responsible"].ShouldBe("澜江市总工会");
        Moment(fresh["requested_datetime"]).ShouldBe(site.Clock.GetUtcNow(), TimeSpan.FromSeconds(1));
        Moment(fresh["expected_datetime"]).ShouldBeGreaterThan(site.Clock.GetUtcNow());

        var desk = await (await site.StaffBrowserAsync(Role.Chair, city.City)).GetAsync($"/desk/requests/{id}");
        desk.Text.ShouldContain("公开接口");
        desk.Text.ShouldContain("王大力");
        desk.Text.ShouldContain("人民路 8 号食堂后门");
        desk.Text.ShouldContain("https://example.cn/2.jpg");
        desk.Text.ShouldContain("原话和答复隐去号码和称呼后，在公开接口上谁都看得到");

        await given.DispatchedAsync(id, city.Courier);
        (await caller.GetAsync($"v2/requests/{id}")).Request["agency_responsible"].ShouldBe("清溪街道总工会");
        site.Clock.Advance(TimeSpan.FromHours(3));
        await given.ChangedAsync(id, request => request.Reply("王大力您好，灯今天换好了，有事找李师傅 19900001012 或 a.b@example.cn。", site.Clock.GetUtcNow().AddDays(7), Actor.Platform("周同志"), site.Clock.GetUtcNow()));
        var answered = (await caller.GetAsync($"v2/requests/{id}")).Request;
        answered["status_notes"].ShouldBe("〔姓名〕您好，灯今天换好了，有事找〔称呼〕 〔号码〕 或 〔邮箱〕。");
        answered["status"].ShouldBe("open");
        Moment(answered["updated_datetime"]).ShouldBe(site.Clock.GetUtcNow(), TimeSpan.FromSeconds(1));

        site.Clock.Advance(TimeSpan.FromHours(1));
        await given.ConfirmedAsync(id);
        var closed = (await caller.GetAsync($"v2/requests/{id}")).Request;
        closed["status"].ShouldBe("closed");
        closed["status_notes"].ShouldBe(answered["status_notes"]);
        Moment(closed["updated_datetime"]).ShouldBe(site.Clock.GetUtcNow(), TimeSpan.FromSeconds(1));
        (await caller.GetAsync($"v2/tokens/{id}")).Request.ShouldBe(new Dictionary<string, string> { ["service_request_id"] = id, ["token"] = id });
        (await caller.GetAsync("v2/tokens/2026-999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Answers_ToTheDefinition_AreKept_AndWrongOnesToldByName(string format)
    {
        var caller = new Open311Caller(site, format);
        (string, string)[] wages = [("service_code", "wage-arrears"), ("description", "工资没发"), ("address_string", "人民路")];
        var questions = Attributes(await caller.GetAsync("v2/services/wage-arrears"), "wage-arrears");
        var amount = questions.Single(one => one["code"] == "amount");

        (await caller.PostAsync([("api_key", key), .. wages, .. Needed(questions, amount["code"]), ($"attribute[{amount["code"]}]", "很多")])).Errors.ShouldContain(error => error.Contains(amount["description"], StringComparison.Ordinal));
        var filed = await caller.PostAsync([("api_key", key), .. wages, .. Needed(questions, amount["code"]), ($"attribute[{amount["code"]}]", "3500")]);

        filed.Status.ShouldBe(HttpStatusCode.OK, filed.Body);
        (await given.ReadAsync(filed.Request["service_request_id"])).Answers.ShouldContain("3,500 元");
    }

    internal static DateTimeOffset Moment(string text)
    {
        text.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$");
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    private static readonly string[] Datatypes = ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"];

    private static Task<Open311Reply> FileAsync(Open311Caller caller, params (string, string)[] more) => caller.PostAsync(
    [
        ("api_key", key), ("service_code", "general-complaint"), ("description", "休息室的灯坏了两周，陈师傅打199-0000-1011没人接。"), ("lat", "39.904200"), ("long", "116.407400"),
        ("address_string", "人民路 8 号食堂后门"), ("first_name", "大力"), ("last_name", "王"), ("phone", "+86 199 0000 1010"), ("email", "dali@example.cn"), ("device_id", "d-1"), .. more,
    ]);

    private static List<IReadOnlyDictionary<string, string>> Attributes(Open311Reply definition, string code)
    {
        if (definition.IsXml)
        {
            definition.Xml.Element("service_code")!.Value.ShouldBe(code);
            return [.. definition.Xml.Element("attributes")!.Elements("attribute").Select(one => one.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value))];
        }

        definition.Json["service_code"]!.ToString().ShouldBe(code);
        definition.Json["attributes"]!.AsArray().ShouldAllBe(one => one!["variable"]!.GetValueKind() == System.Text.Json.JsonValueKind.True || one["variable"]!.GetValueKind() == System.Text.Json.JsonValueKind.False);
        return [.. definition.Json["attributes"]!.AsArray().Select(one => one!.AsObject().ToDictionary(field => field.Key, field => field.Value?.ToString() ?? ""))];
    }

    /// <summary>Some right answer to whatever else is required.</summary>
    private static IEnumerable<(string, string)> Needed(IEnumerable<IReadOnlyDictionary<string, string>> questions, string but) =>
        from question in questions
        where question["required"] == "true" && question["code"] != but
        select ($"attribute[{question["code"]}]", question["datatype"] switch { "number" => "3", "datetime" => "2026-08-01T00:00:00+08:00", _ => "一个回答" });
}
