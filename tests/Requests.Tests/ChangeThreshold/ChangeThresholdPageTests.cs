using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Requests.ReplyRequest;
using UnionHall.Requests.Settings;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ChangeThreshold;

public sealed class ChangeThresholdPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Basis = "澜工办〔2026〕12号";

    [Theory]
    [InlineData("/admin/thresholds")]
    [InlineData("/admin/thresholds/photos-most")]
    public async Task Get_OnlyForTheSystemAdministrator(string address)
    {
        var city = await GivenCity.BuildAsync(site);
        using var visitor = site.NewBrowser();
        (await visitor.GetAsync(address)).Path.ShouldStartWith("/sign-in");
        (await (await city.AsAsync(Role.Handler, city.City)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);
        (await admin.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/admin")).LinkTo("办理规则").ShouldBe("/admin/thresholds");
        (await admin.GetAsync("/admin/thresholds/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Change_CountsFromItsDay_AndKeepsWhoWhenAndWhy()
    {
        var city = await GivenCity.BuildAsync(site);
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);

        var at = await ChangeAsync(admin, "words-most", "300", "2026-09-18");
        at.Path.ShouldBe("/admin/thresholds");
        at.Text.ShouldContain("300 字");
        var later = await ChangeAsync(admin, "words-most", "500", "2026-10-01");
        later.Text.ShouldContain("2026-10-01 起改为 500 字");

        (await NumbersAsync()).WordsMost.ShouldBe(300);
        var page = await admin.GetAsync("/admin/thresholds/words-most");
        page.Text.ShouldContain("一次最多写多少字：4,000 字 → 300 字");
        page.Text.ShouldContain("一次最多写多少字：300 字 → 500 字");
        page.Text.ShouldContain($"依据：{Basis}");
        page.Text.ShouldContain("李敏，今天 14:20，从 2026-10-01 起");
    }

    [Fact]
    public async Task Change_OfTheDaysOfSilence_LeavesWhatWasAnsweredAlone()
    {
        var city = await GivenCity.BuildAsync(site);
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);
        var given = new GivenRequests(site);
        var answered = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(answered);
        var before = (await given.ReadAsync(answered)).NextDueAt;

        await ChangeAsync(admin, "confirm-days", "3", "2026-09-18");

        (await given.ReadAsync(answered)).NextDueAt.ShouldBe(before);
        var end = await site.WithAsync<ConfirmWindow, DateTimeOffset>(window => window.EndAsync(site.Clock.GetUtcNow(), TestContext.Current.CancellationToken));
        end.ShouldBe(new DateTimeOffset(2026, 9, 21, 9, 30, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("21", "2026-09-18", Basis, "改成多少", "要填 1 到 20 之间的整数。")]
    [InlineData("很多", "2026-09-18", Basis, "改成多少", "要填 1 到 20 之间的整数。")]
    [InlineData("9", "2026-09-18", Basis, "改成多少", "从那天起本来就是 9 个，没有要改的。")]
    [InlineData("5", "2026-09-17", Basis, "从哪天起", "要从今天或以后的一天起。过去的日子已经按原来的办了。")]
    [InlineData("5", "", Basis, "从哪天起", "从哪天起还没填。")]
    [InlineData("5", "2026-09-18", "", "依据", "依据还没写。写文件的名称和文号，没有文件就写哪次会议定的。")]
    public async Task Change_WithBadInput_IsRefusedAtItsField(string value, string from, string basis, string field, string sentence)
    {
        var city = await GivenCity.BuildAsync(site);
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);

        var refused = await ChangeAsync(admin, "photos-most", value, from, basis);

        refused.ErrorAt(field).ShouldBe(sentence);
        refused.ValueOf("改成多少").ShouldBe(value);
        (await NumbersAsync()).PhotosMost.ShouldBe(9);
    }

    [Fact]
    public async Task Change_ByTheAdministratorOfAStreet_IsRefused()
    {
        var city = await GivenCity.BuildAsync(site);
        var admin = await city.AsAsync(Role.SystemAdmin, city.Qingxi);

        (await ChangeAsync(admin, "photos-most", "5", "2026-09-18")).Text.ShouldContain("只有管全部单位的系统管理员能改");
    }

    [Theory]
    [InlineData("/admin/thresholds/follow-up-attempts", "改成多少", "4", "5")]
    [InlineData("/admin/rates", "至少多少件回答才算比例", "12", "14")]
    [InlineData("/admin/follow-ups/change", "抽百分之几", "41", "42")]
    [InlineData("办理答复（特急）", "多长", "41", "42")]
    public async Task Change_InTwoTabs_TellsTheSecond(string address, string field, string first, string second)
    {
        var city = await GivenCity.BuildAsync(site);
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);
        address = address[0] == '/' ? address : (await admin.GetAsync("/admin/clocks")).LinkTo(address);
        (string, string)[] kind = address.EndsWith("follow-ups/change", StringComparison.Ordinal) ? [("没表态", "on")] : [];
        var tab = await admin.GetAsync(address);
        var other = await admin.GetAsync(address);
        (await admin.PressAsync(other, "改", [.. kind, (field, first), ("依据", Basis)])).Text.ShouldContain("起改好了");

        var late = await admin.PressAsync(tab, "改", [.. kind, (field, second), ("依据", Basis)]);

        late.Text.ShouldContain("您打开以后，别人改过这里");
        late.ValueOf(field).ShouldBe(second);
        (await admin.PressAsync(late, "改")).Text.ShouldContain("您打开以后，别人改过这里");
        (await admin.PressAsync(await admin.GetAsync(address), "改", [.. kind, (field, second), ("依据", Basis)])).Text.ShouldContain("起改好了");
    }

    private static async Task<PageAnswer> ChangeAsync(Browser admin, string key, string value, string from, string basis = Basis) =>
        await admin.PressAsync(await admin.GetAsync($"/admin/thresholds/{key}"), "改", ("改成多少", value), ("从哪天起", from), ("依据", basis));

    private Task<Numbers> NumbersAsync() =>
        site.WithAsync<RequestSettings, Numbers>(settings => settings.InForceAsync(TestContext.Current.CancellationToken).AsTask());
}
