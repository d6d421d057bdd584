using System.Net;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.SendMail;

/// <summary>/admin/mail: set up once, changed with a document, the password never shown again.</summary>
public sealed class ChangeMailServerTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Password = "Sehr-geheim-2026";
    private static UnitId? city;

    private static readonly (string, string)[] Whole =
    [
        ("服务器", "smtp.gh.example.cn"), ("端口", "465"), ("用户名", "gonghui@gh.example.cn"), ("密码", Password), ("发信地址", "gonghui@gh.example.cn"),
        ("发信人", "临江市总工会"), ("依据", "市总工会办公室〔2026〕8号"),
    ];

    [Fact]
    public async Task Post_FilledIn_IsKept_ThePasswordIsNeverShown_AndMustBeKnownToSendItElsewhere()
    {
        using var admin = await AdminAsync();

        var page = await SendAsync(admin, Whole);

        page.ValueOf("服务器").ShouldBe("smtp.gh.example.cn");
        page.Text.ShouldContain("密码：已换新");
        page.Body.ShouldNotContain(Password);
        (await StoredAsync()).ShouldNotContain(Password);
        page = await admin.PressAsync(page, "改", ("发信人", "临江市总工会办公室"), ("依据", "办公会 9 月"));
        page.Text.ShouldContain("发信人：临江市总工会 → 临江市总工会办公室");
        (await admin.PressAsync(page, "改", ("服务器", "evil.example.cn"), ("依据", "办公会 9 月"))).ErrorAt("密码").ShouldBe("服务器、端口、加密方式、用户名或证书换了，密码要重新填一遍。");
    }

    [Theory]
    [InlineData("服务器", "smtp://x", "服务器写域名或网络地址，比如 smtp.example.cn，前后不带别的。")]
    [InlineData("端口", "70000", "端口是 1 到 65535 的数字，常用 465 或 587。")]
    [InlineData("发信地址", "gonghui", "发信地址要写完整，比如 gonghui@example.cn。")]
    [InlineData("发信人", "", "发信人写工会的名字，最多 60 个字。")]
    [InlineData("服务器证书", "abc", "证书要从“-----BEGIN CERTIFICATE-----”开始整段粘贴过来。")]
    [InlineData("依据", "", "依据还没写。写文件的名称和文号，没有文件就写哪次会议定的。")]
    public async Task Post_OneValueThatIsNone_SaysWhyAtTheField(string label, string value, string sentence)
    {
        using var admin = await AdminAsync();

        (await SendAsync(admin, [.. Whole.Where(field => field.Item1 != label), (label, value)])).ErrorAt(label).ShouldBe(sentence);
    }

    [Fact]
    public async Task Post_WithoutEncryption_OnlyToThisMachine()
    {
        using var admin = await AdminAsync();

        (await SendAsync(admin, [.. Whole, ("不加密（只能是本机上的服务器）", "true")])).Text.ShouldContain("不加密只能连本机上的服务器");
    }

    [Fact]
    public async Task Get_ForOthers_IsShut_AndChangingIsForWhoManagesAllUnits()
    {
        using var visitor = site.NewBrowser();
        using var guard = await site.StaffBrowserAsync(Role.SecurityAdmin, await CityAsync());
        using var street = await site.StaffBrowserAsync(Role.SystemAdmin, await site.UnitAsync("清溪区总工会", UnitKind.District, await CityAsync()));

        foreach (var address in new[] { "/admin/mail", "/admin/mail/test", "/admin/mail/failed" })
        {
            (await visitor.GetAsync(address)).Path.ShouldStartWith("/sign-in");
            (await guard.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await SendAsync(street, Whole)).Text.ShouldContain("发信服务器是各级工会共用的");
    }

    private static async Task<PageAnswer> SendAsync(Browser admin, params (string, string)[] fields)
    {
        var page = await admin.GetAsync("/admin/mail");
        return await admin.PressAsync(page, page.HasButton("接入") ? "接入" : "改", fields);
    }

    private async Task<string> StoredAsync()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(site.ConnectionString);
        await using var command = source.CreateCommand(
            "select (select string_agg(encode(password, 'escape'), '') from mail_server) || (select string_agg(lines::text, '') from setting_change) || (select string_agg(data::text, '') from audit_entry)");
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<Browser> AdminAsync() => await site.StaffBrowserAsync(Role.SystemAdmin, await CityAsync());

    private async Task<UnitId> CityAsync() => city ??= await site.UnitAsync("临江市总工会", UnitKind.Federation);
}
