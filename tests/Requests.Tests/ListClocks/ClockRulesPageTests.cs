using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Clocks;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ListClocks;

public sealed class ClockRulesPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Basis = "澜工办〔2026〕12号";

    [Theory]
    [InlineData("/admin/clocks")]
    [InlineData("/admin/clocks/profile")]
    public async Task Get_OnlyForTheSystemAdministrator(string address)
    {
        var city = await GivenCity.BuildAsync(site);
        using var visitor = site.NewBrowser();
        (await visitor.GetAsync(address)).Path.ShouldStartWith("/sign-in");
        (await (await city.AsAsync(Role.Handler, city.City)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);
        (await admin.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/admin")).LinkTo("时限规则").ShouldBe("/admin/clocks");
    }

    [Fact]
    public async Task Change_CountsFromItsDay_AndKeepsWhoWhenAndWhy()
    {
        var city = await GivenCity.BuildAsync(site);
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);
        var address = (await admin.GetAsync("/admin/clocks")).LinkTo("联系职工（紧急）");
        var later = await admin.PressAsync(await admin.GetAsync(address), "改", ("多长", "12"), ("从哪天起", "2026-10-01"), ("依据", Basis));
        later.Text.ShouldContain("2026-10-01 起改为 12 小时");
        (await ContactAsync()).ShouldBe(new Limit(24, LimitUnit.Hours));

        address = later.LinkTo("联系职工（紧急）");
        var now = await admin.PressAsync(await admin.GetAsync(address), "改", ("多长", "8"), ("从哪天起", "2026-09-18"), ("依据", Basis));
        now.Text.ShouldContain("多长：24 小时 → 8 小时");
        now.Text.ShouldContain($"依据：{Basis}");
        (await ContactAsync()).ShouldBe(new Limit(8, LimitUnit.Hours));
    }

    [Theory]
    [InlineData("0", "2026-09-18", Basis, "多长", "多长要填 1 到 1,000 之间的整数。")]
    [InlineData("2", "2026-09-17", Basis, "从哪天起", "要从今天或以后的一天起。过去的日子已经按原来的办了。")]
    [InlineData("3", "2026-09-18", "", "依据", "依据还没写。写文件的名称和文号，没有文件就写哪次会议定的。")]
    public async Task Change_WithBadInput_IsRefusedAtItsField(string amount, string from, string basis, string field, string sentence)
    {
        var city = await GivenCity.BuildAsync(site);
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);
        var address = (await admin.GetAsync("/admin/clocks")).LinkTo("办理答复（特急）");
        (await admin.PressAsync(await admin.GetAsync(address), "改", ("多长", amount), ("从哪天起", from), ("依据", basis))).ErrorAt(field).ShouldBe(sentence);
    }

    [Fact]
    public async Task Change_ByTheAdministratorOfAStreet_IsRefused()
    {
        var city = await GivenCity.BuildAsync(site);
        var admin = await city.AsAsync(Role.SystemAdmin, city.Qingxi);
        var form = await admin.GetAsync("/admin/clocks/profile");
        (await admin.PressAsync(form, "换", ("浙江", "zhejiang"), ("依据", Basis))).Text.ShouldContain("只有管全部单位的系统管理员能改");
    }

    private Task<Limit> ContactAsync() => site.WithAsync<ClockRules, Limit>(async rules =>
        (await rules.InForceAsync(TestContext.Current.CancellationToken)).Find(Domain.ClockDuty.Contact, MatterType.Complaint, Urgency.Urgent)!.Limit);
}

/// <summary>On a site of its own: the profile in force counts for everything.</summary>
public sealed class ChooseProfileTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Choose_PutsAnotherCityIntoForce_FromItsDay()
    {
        var city = await GivenCity.BuildAsync(site);
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);
        var page = await admin.PressAsync(await admin.GetAsync("/admin/clocks/profile"), "换", ("浙江", "zhejiang"), ("从哪天起", "2026-09-21"), ("依据", "澜工办〔2026〕12号"));
        page.Text.ShouldContain("2026-09-21 起用浙江");
        page.Text.ShouldContain("用哪一套：北京 → 浙江");
        (await ProfileAsync()).ShouldBe("beijing");
        site.Clock.Set(new DateTimeOffset(2026, 9, 21, 1, 0, 0, TimeSpan.Zero));
        (await ProfileAsync()).ShouldBe("zhejiang");
    }

    private Task<string> ProfileAsync() => site.WithAsync<ClockRules, string>(async rules => (await rules.InForceAsync(TestContext.Current.CancellationToken)).Profile.Profile);
}
