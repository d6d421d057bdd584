using System.Net;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.WeChat.ChangeWeChat;

/// <summary>/admin/wechat: set up once, changed with a document, secrets never shown again.</summary>
public sealed class ChangeWeChatTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string Token = "GhToken2026";
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static UnitId? city;

    private static readonly (string, string)[] Whole =
    [
        ("开发者编号", "wx5823bf96d3bd56c7"), ("开发者密码", Secret), ("令牌", Token), ("消息加解密密钥", Key), ("接口地址", "https://api.weixin.qq.com"),
        ("网页授权地址", "https://open.weixin.qq.com"), ("本站地址", "https://gh.example.cn"), ("依据", "市总工会办公室〔2026〕8号"),
    ];

    [Fact]
    public async Task Post_FilledIn_IsKept_AndSecretsAreNeverShownAgain()
    {
        using var admin = await AdminAsync();

        var page = await SendAsync(admin, Whole);

        page.ValueOf("开发者编号").ShouldBe("wx5823bf96d3bd56c7");
        page.Text.ShouldContain("https://gh.example.cn/wechat");
        page.Text.ShouldContain("开发者密码：已换新");
        foreach (var secret in new[] { Secret, Token, Key })
        {
            page.Body.ShouldNotContain(secret);
            (await StoredAsync()).ShouldNotContain(secret);
        }

        await ChangeKeepsWhatIsLeftEmptyAsync(admin, page);
        await WhoeverChangesTheAddress_MustKnowTheSecretAsync(admin);
    }

    [Theory]
    [InlineData("开发者编号", "gh_1", "开发者编号以 wx 开头，后面是字母和数字，从公众平台复制过来最稳妥。")]
    [InlineData("开发者密码", "短", "开发者密码是 32 个字母和数字，从公众平台复制过来。")]
    [InlineData("令牌", "令牌", "令牌是 3 到 32 个字母或数字，和公众平台上填的一样。")]
    [InlineData("消息加解密密钥", "abc", "消息加解密密钥是 43 个字母和数字，从公众平台复制过来。")]
    [InlineData("接口地址", "http://api.weixin.qq.com", "要写完整的地址，以 https:// 开头，域名后面不带别的。")]
    [InlineData("接口地址", "https://a@b.cn/x?y", "要写完整的地址，以 https:// 开头，域名后面不带别的。")]
    [InlineData("依据", "", "依据还没写。写文件的名称和文号，没有文件就写哪次会议定的。")]
    public async Task Post_OneValueThatIsNone_SaysWhyAtTheField(string label, string value, string sentence)
    {
        using var admin = await AdminAsync();

        var answer = await SendAsync(admin, [.. Whole.Where(field => field.Item1 != label), (label, value)]);

        answer.ErrorAt(label).ShouldBe(sentence);
    }

    [Fact]
    public async Task Get_ForOthers_IsShut()
    {
        await CityAsync();
        using var visitor = site.NewBrowser();
        using var guard = await site.StaffBrowserAsync(Role.SecurityAdmin, city!.Value);

        (await visitor.GetAsync("/admin/wechat")).Path.ShouldStartWith("/sign-in");
        (await guard.GetAsync("/admin/wechat")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_ByWhoDoesNotManageAllUnits_IsRefused()
    {
        await CityAsync();
        var street = await site.UnitAsync("清溪区总工会", UnitKind.District, city);
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, street);

        (await SendAsync(admin, Whole)).Text.ShouldContain("公众号是各级工会共用的");
    }

    private static async Task<PageAnswer> SendAsync(Browser admin, params (string, string)[] fields)
    {
        var page = await admin.GetAsync("/admin/wechat");
        return await admin.PressAsync(page, page.HasButton("接入") ? "接入" : "改", fields);
    }

    private static async Task ChangeKeepsWhatIsLeftEmptyAsync(Browser admin, PageAnswer page)
    {
        var changed = await admin.PressAsync(page, "改", ("本站地址", "https://union.example.cn"), ("依据", "办公会 9 月"));

        changed.Text.ShouldContain("https://union.example.cn/wechat");
        changed.Text.ShouldContain("本站地址：https://gh.example.cn → https://union.example.cn");
        (await admin.PressAsync(changed, "改", ("依据", "办公会 9 月"))).Text.ShouldContain("和现在的一样，没有要改的。");
    }

    private static async Task WhoeverChangesTheAddress_MustKnowTheSecretAsync(Browser admin)
    {
        var page = await admin.GetAsync("/admin/wechat");

        (await admin.PressAsync(page, "改", ("接口地址", "https://evil.example.cn"), ("依据", "办公会 9 月"))).ErrorAt("开发者密码").ShouldBe("开发者编号或接口地址换了，开发者密码要重新填一遍。");
    }

    private async Task<string> StoredAsync()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(site.ConnectionString);
        await using var command = source.CreateCommand(
            "select (select string_agg(encode(secret || token || key, 'escape'), '') from we_chat_account) || (select string_agg(lines::text, '') from setting_change) || (select string_agg(data::text, '') from audit_entry)");
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<Browser> AdminAsync()
    {
        await CityAsync();
        return await site.StaffBrowserAsync(Role.SystemAdmin, city!.Value);
    }

    private async Task CityAsync() => city ??= await site.UnitAsync("临江市总工会", UnitKind.Federation);
}
