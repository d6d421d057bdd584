using System.Net;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Open311;

/// <summary>What the public may read (docs/decisions/0015): what came by Open311, words only where that was agreed, nothing of a person, ever.</summary>
public sealed class PublicRequestTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    public static readonly TheoryData<string> Formats = ["json", "xml"];

    private readonly GivenRequests given = new(site);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static GivenCity? city;
    private string key = "";
    private Open311Caller caller = null!;

    public async ValueTask InitializeAsync()
    {
        caller = new Open311Caller(site, "json");
        city ??= await GivenCity.BuildAsync(site);

        // Each test counts what was filed since it began.
        site.Clock.Advance(TimeSpan.FromDays(91));
        key = await site.ApiKeyAsync(Role.Agent, city.City, [ApiScope.FileOpen311]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task OnlyWhatCameByOpen311_IsThere()
    {
        var ours = await FileAsync();
        var others = new[]
        {
            await given.SubmittedAsync(city!.Courier),
            await given.SubmittedAsync(city!.Courier, visibility: Visibility.Hidden),
            await given.SubmittedAsync(city!.Courier, visibility: Visibility.Anonymous),
            await given.SubmittedAsync(city!.Courier, service: "general-report", visibility: Visibility.Hidden),
        };

        (await ListAsync()).Select(one => one["service_request_id"]).ShouldBe([ours]);
        foreach (var other in others)
        {
            (await caller.GetAsync($"v2/requests/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await caller.GetAsync($"v2/tokens/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await caller.GetAsync("v2/requests", $"?service_request_id={other}")).Requests.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task ARowThatSaysSoOfAReportOrASealedRequest_DoesNotMakeItPublic()
    {
        foreach (var (service, visibility) in new[] { ("general-report", Visibility.Hidden), ("general-complaint", Visibility.Anonymous), ("general-petition", Visibility.Named) })
        {
            var request = await given.ReadAsync(await given.SubmittedAsync(city!.Courier, service: service, visibility: visibility));
            await site.WithAsync<RequestsDb>(async db =>
            {
                db.PublicFilings.Add(new PublicFiling { RequestId = request.Id, Jurisdiction = city!.City, ServiceCode = service, ApiKey = ApiKeyId.Next(site.Clock.GetUtcNow()), FiledAt = site.Clock.GetUtcNow(), WithWords = true });
                db.Context.Happened(new NoteAdded(request.Id));
                await db.SaveAsync(Actor.Platform("测试"), stop);
            });
            await site.WithAsync<RequestsDb>(db => db.Requests.Where(row => row.Id == request.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Channel, Channel.Open311), stop));
        }

        (await ListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task NothingOfThePerson_IsEverTold(string format)
    {
        var reader = new Open311Caller(site, format);
        foreach (var more in new (string, string)[][] { [], [("attribute[publish]", "no")], [("attribute[publish]", "yes")] })
        {
            await FileAsync(more);
        }

        var body = (await reader.GetAsync("v2/requests", "?extensions=true")).Body;
        foreach (var secret in new[] { "王大力", "王师傅", "大力", "19900001010", "1990000", "dali", "人民路 8 号", "39.904", "116.4074", "example.cn/1.jpg", "设备-1", "口令" })
        {
            body.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task WithoutConsent_NeitherWordsNorAnswerArePublic()
    {
        var id = await FileAsync();
        await given.RepliedAsync(id);

        var told = (await caller.GetAsync($"v2/requests/{id}")).Request;
        told["description"].ShouldBe("有意见要说（原话不公开）");
        told["status_notes"].ShouldBe("已答复，等提交的人确认。");
    }

    [Fact]
    public async Task WhenSomebodyOfTheUnionIsNamedInIt_OrItIsTakenBack_ItsWordsArePublicNoMore()
    {
        var (named, back) = (await FileAsync(("attribute[publish]", "yes")), await FileAsync(("attribute[publish]", "yes")));
        await given.RepliedAsync(named);
        (await caller.GetAsync($"v2/requests/{named}")).Request["status_notes"].ShouldBe("修好了，今晚能用。");

        var request = await given.ReadAsync(named);
        await site.WithAsync<RequestsDb>(async db =>
        {
            db.Accused.Add(Accused.Of(request.Id, new AccusedOne(null, city!.Qingxi, "清溪街道总工会"), site.Clock.GetUtcNow()));
            db.Context.Happened(new NoteAdded(request.Id));
            await db.SaveAsync(Actor.Platform("测试"), stop);
        });
        await given.WithdrawnAsync(back);

        foreach (var id in new[] { named, back })
        {
            var told = (await caller.GetAsync($"v2/requests/{id}")).Request;
            told["description"].ShouldBe("有意见要说（原话不公开）");
            told["status_notes"].ShouldNotContain("修好了");
        }
    }

    [Fact]
    public async Task WhatIsHandledUnderAnother_EndsWithIt_AndTellsNothingOfIt()
    {
        var (head, joined) = (await given.SubmittedAsync(city!.Courier), await FileAsync(("attribute[publish]", "yes")));
        await given.MergedAsync(joined, head);
        var open = (await caller.GetAsync($"v2/requests/{joined}")).Request;
        (open["status"], open["status_notes"]).ShouldBe(("open", "和另一件一起办。"));

        await given.RepliedAsync(head);
        await given.ConfirmedAsync(head);

        var closed = (await caller.GetAsync($"v2/requests/{joined}")).Request;
        closed["status"].ShouldBe("closed");
        closed["status_notes"].ShouldNotContain("修好了");
    }

    [Fact]
    public async Task TheList_IsFilteredPagedAndBounded()
    {
        var first = await FileAsync();
        site.Clock.Advance(TimeSpan.FromDays(10));
        var second = await FileAsync(("service_code", "general-help"));
        site.Clock.Advance(TimeSpan.FromDays(10));
        var third = await FileAsync();
        await given.RepliedAsync(third);
        await given.ConfirmedAsync(third);

        (await IdsAsync("")).ShouldBe([third, second, first]);
        (await IdsAsync("?status=open")).ShouldBe([second, first]);
        (await IdsAsync("?status=closed")).ShouldBe([third]);
        (await IdsAsync("?status=open,closed")).ShouldBe([third, second, first]);
        (await IdsAsync("?status=&service_code=&start_date=")).ShouldBe([third, second, first]);
        (await IdsAsync("?service_code=general-help,wage-arrears")).ShouldBe([second]);
        (await IdsAsync("?page=2&page_size=2")).ShouldBe([first]);
        (await IdsAsync($"?service_request_id={first},{third},2026-999999&status=open&service_code=nothing")).ShouldBe([third, first]);
        (await IdsAsync($"?start_date={At(-15)}&end_date={At(-5)}")).ShouldBe([second]);
        (await IdsAsync($"?end_date={At(-5)}")).ShouldBe([second, first]);
        (await IdsAsync($"?start_date={At(-5)}")).ShouldBe([third]);

        foreach (var wrong in new[] { $"?start_date={At(-100)}&end_date={At(-1)}", $"?start_date={At(-1)}&end_date={At(-5)}", "?start_date=gestern", "?end_date=2026-13-01T00:00:00Z", "?status=late", "?page=0", "?page_size=1001", "?page=nonsense" })
        {
            var refused = await caller.GetAsync("v2/requests", wrong);
            refused.Status.ShouldBe(HttpStatusCode.BadRequest, wrong);
            refused.Errors.ShouldNotBeEmpty();
        }

        site.Clock.Advance(TimeSpan.FromDays(75));
        (await IdsAsync("")).ShouldBe([third, second], "by default the last 90 days");
        (await IdsAsync($"?start_date={At(-96)}&end_date={At(-80)}")).ShouldBe([second, first]);
    }

    [Fact]
    public async Task WithTwoTrees_EachIsAJurisdiction_AndAKeyIsForItsOwn()
    {
        var first = await FileAsync();
        var other = await site.UnitAsync("南山市总工会", UnitKind.Federation, code: "NS");
        try
        {
            var code = await site.WithAsync<UnitDirectory, string>(async units => (await units.FindAsync(city!.City, stop))!.Code);
            (await caller.GetAsync("v2/services")).Status.ShouldBe(HttpStatusCode.BadRequest);
            (await caller.GetAsync("v2/services", "?jurisdiction_id=NS")).Status.ShouldBe(HttpStatusCode.OK);
            (await IdsAsync($"?jurisdiction_id={code}")).ShouldBe([first]);
            (await IdsAsync("?jurisdiction_id=NS")).ShouldBeEmpty();
            (await caller.GetAsync($"v2/requests/{first}", "?jurisdiction_id=NS")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await SendAsync(("jurisdiction_id", "NS"))).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await SendAsync(("jurisdiction_id", code))).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            (await site.CloseAsync(other)).Refusal.ShouldBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task WhateverIsSent_IsAnsweredInTheFormat_AndNothingBreaks(string format)
    {
        var nasty = new Open311Caller(site, format);
        foreach (var text in new[] { "\0", "\u0001\u000B", "𠮷😡", "<b>&amp;]]>", new string('长', 5_000), "{0}", "%_\\", "' or 1=1 --" })
        {
            var sent = Uri.EscapeDataString(text);
            ((int)(await nasty.GetAsync("v2/requests", $"?service_request_id={sent}&status={sent}&page={sent}&start_date={sent}")).Status).ShouldBeLessThan(500);
            ((int)(await nasty.GetAsync("v2/requests", $"?status={sent}&service_code={sent}&jurisdiction_id={sent}")).Status).ShouldBeLessThan(500);
            var filed = await nasty.PostAsync(("api_key", key), ("service_code", "general-complaint"), ("description", "灯坏了" + text), ("address_string", text), ("lat", text), ("long", text), ("first_name", text), ("phone", text), ("attribute[publish]", text));
            ((int)filed.Status).ShouldBeLessThan(500);
        }

        var kept = await nasty.PostAsync(("api_key", key), ("service_code", "general-complaint"), ("description", "灯坏了\u0001 <b>&"), ("address_string", "路"), ("attribute[publish]", "yes"));
        (await nasty.GetAsync($"v2/requests/{kept.Request["service_request_id"]}")).Request["description"].ShouldBe("灯坏了 <b>&");
    }

    private string At(int days) => Uri.EscapeDataString(site.Clock.GetUtcNow().AddDays(days).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ListAsync(string query = "") => (await caller.GetAsync("v2/requests", query)).Requests;

    private async Task<IEnumerable<string>> IdsAsync(string query) => (await ListAsync(query)).Select(one => one["service_request_id"]);

    private async Task<string> FileAsync(params (string, string)[] more) => (await SendAsync(more)).Request["service_request_id"];

    private Task<Open311Reply> SendAsync(params (string, string)[] more) => caller.PostAsync(
    [
        .. more,
        ("api_key", key), ("service_code", "general-complaint"), ("description", "休息室的灯坏了，王师傅 19900001010 说的。"), ("lat", "39.904200"), ("long", "116.407400"), ("address_string", "人民路 8 号"),
        ("first_name", "大力"), ("last_name", "王"), ("phone", "19900001010"), ("email", "dali@example.cn"), ("device_id", "设备-1"), ("media_url", "https://example.cn/1.jpg"),
    ]);
}
