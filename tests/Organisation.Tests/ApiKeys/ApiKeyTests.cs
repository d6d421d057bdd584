using System.Net;
using Npgsql;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.ApiKeys;

/// <summary>接口密钥: the administrator decides, the holder of the post collects, once; it opens what its post and its scopes allow, until it ends.</summary>
public sealed class ApiKeyTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly Given given = new(site);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly string holder = "h" + Guid.CreateVersion7().ToString("N")[^12..];
    private readonly string name = $"周小{(char)('一' + Random.Shared.Next(5_000))}";
    private AccountId account;
    private UnitId city;
    private UnitId street;
    private Browser admin = null!;

    public async ValueTask InitializeAsync()
    {
        city = await given.UnitAsync(name: "青川市总工会");
        street = await given.UnitAsync(city, UnitKind.Street, "清溪街道总工会");
        account = await site.StaffAsync(holder, name);
        await site.PostAsync(account, name, Role.Agent, street);
        admin = await site.StaffBrowserAsync(Role.SystemAdmin, city);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task TheAdministratorDecides_TheHolderCollects_AndTheKeyOpensHisPostAndNothingElse()
    {
        var list = await MakeAsync(("read-requests", "read-requests"));
        list.Path.ShouldBe("/admin/api-keys");
        list.Text.ShouldContain("等领取");
        list.Text.ShouldContain("市民热线平台");

        var key = await CollectAsync();
        (await admin.GetAsync("/admin/api-keys")).Body.ShouldNotContain(key);
        (await StoredAsync()).ShouldNotContain(key[12..]);

        var entry = await EnterAsync(key, ApiScope.ReadRequests);
        entry.Caller.ShouldNotBeNull().Actor.Account.ShouldBe(account);
        entry.Caller.Actor.Grants.ShouldHaveSingleItem().Role.ShouldBe(Role.Agent);
        entry.Caller.Unit.ShouldBe(street);
        (await EnterAsync(key, ApiScope.FileRequests)).Refusal.ShouldBe(ApiRefusal.OutOfScope);
        (await EnterAsync(null, null)).Refusal.ShouldBe(ApiRefusal.Missing);
        (await EnterAsync(key[..^1] + (key[^1] == 'a' ? 'b' : 'a'), null)).Refusal.ShouldBe(ApiRefusal.Unknown);
        (await EnterAsync("uh_'; drop table api_key", null)).Refusal.ShouldBe(ApiRefusal.Unknown);
        (await admin.GetAsync("/admin/api-keys")).Text.ShouldNotContain("还没用过");
    }

    [Fact]
    public async Task Collecting_IsForTheHolderAlone_AndOnce()
    {
        await MakeAsync(("read-requests", "read-requests"));
        using var own = await site.SignedInAsync(holder);
        var page = await own.GetAsync("/account/api-keys");
        var id = page.Document.QuerySelector("input[name=id]")!.GetAttribute("value")!;

        (await admin.GetAsync("/account/api-keys")).Text.ShouldContain("没有给您的密钥");
        (await admin.PostFormAsync(await admin.GetAsync("/admin/api-keys/make"), "/account/api-keys", ("id", id))).Text.ShouldContain("这个密钥不是给您的职务的");
        KeyOn(await own.PressAsync(page, "领取")).ShouldStartWith("uh_");
        (await own.PostFormAsync(page, "/account/api-keys", ("id", id))).Text.ShouldContain("已经领过");
        (await own.GetAsync("/account/api-keys")).Document.QuerySelector(".uh-receipt").ShouldBeNull();
    }

    [Fact]
    public async Task ARevokedKey_AnEndedPost_AClosedAccountAndThePastLastDay_OpenNothing()
    {
        await MakeAsync(("read-requests", "read-requests"));
        var key = await CollectAsync();
        var revoke = await admin.GetAsync((await admin.GetAsync("/admin/api-keys")).LinkTo("停用…"));
        (await admin.PressAsync(revoke, "停用这个密钥")).ErrorAt("为什么停用").ShouldBe("写一下为什么停用，4 到 200 个字。");
        var revoked = await admin.PressAsync(revoke, "停用这个密钥", ("为什么停用", "平台下线了"));
        revoked.Text.ShouldContain("停用：平台下线了");
        revoked.Text.ShouldContain("依据：平台下线了");
        (await EnterAsync(key, null)).Refusal.ShouldBe(ApiRefusal.Unknown);

        var over = await site.ApiKeyAsync(Role.Agent, street, [ApiScope.ReadRequests]);
        (await EnterAsync(over, null)).Caller.ShouldNotBeNull();
        site.Clock.Advance(TimeSpan.FromDays(366));
        (await EnterAsync(over, null)).Refusal.ShouldBe(ApiRefusal.Unknown);

        var ended = await site.ApiKeyAsync(Role.Agent, street, [ApiScope.ReadRequests]);
        await ExecuteAsync("update post set to_on = from_on + 1 where id = (select post_id from api_key order by id desc limit 1)");
        (await EnterAsync(ended, null)).Refusal.ShouldBe(ApiRefusal.Unknown);

        var closed = await site.ApiKeyAsync(Role.Agent, street, [ApiScope.ReadRequests]);
        await ExecuteAsync("update account set disabled_at = now() where id = (select account_id from post where id = (select post_id from api_key order by id desc limit 1))");
        (await EnterAsync(closed, null)).Refusal.ShouldBe(ApiRefusal.Unknown);
    }

    [Fact]
    public async Task AKeyMayNotDoWhatItsPostMayNot_AndAllThatIsWrongIsTold()
    {
        var keeper = await site.StaffAsync("s" + holder, "秦守");
        await site.PostAsync(keeper, "秦守", Role.StationKeeper, street);

        (await RefusedAsync(("哪个系统用", "驿站"), ("依据", "办公会 9 月"), ("读诉求", "true"))).Document.QuerySelector("#Form_Scopes .invalid-feedback")!.TextContent.ShouldBe("驿站管理员自己不能做“读诉求”，密钥也不能。换一个职务，或者去掉这一样。");
        (await RefusedAsync(("代职工交诉求", "true"), ("依据", "办公会 9 月"))).ErrorAt("哪个系统用").ShouldBe("写一下是哪个系统用，40 个字以内。");
        (await RefusedAsync(("哪个系统用", "驿站"), ("依据", "办公会 9 月"))).Document.QuerySelector("#Form_Scopes .invalid-feedback")!.TextContent.ShouldBe("选一下可以做什么，至少一样。");
        (await RefusedAsync(("哪个系统用", "驿站"), ("代职工交诉求", "true"), ("用到哪天", "2020-01-01"), ("依据", "办公会 9 月"))).ErrorAt("用到哪天").ShouldBe("用到哪天，要从今天起，2 年以内。到期再开一个新的。");
        (await RefusedAsync(("哪个系统用", "驿站"), ("代职工交诉求", "true"), ("每分钟最多几次", "0"), ("依据", "办公会 9 月"))).ErrorAt("每分钟最多几次").ShouldBe("每分钟 1 到 6,000 次。");
        (await RefusedAsync(("哪个系统用", "驿站"), ("代职工交诉求", "true"))).ErrorAt("依据").ShouldNotBeNull();
        (await admin.PressAsync(await admin.GetAsync("/admin/api-keys/make"), "开这个密钥", ("依据", "办公会 9 月"))).Text.ShouldContain("选一下替谁的哪个职务做事");
    }

    [Fact]
    public async Task AnAdministratorOfAnotherDistrict_SeesAndDoesNothing()
    {
        await MakeAsync(("read-requests", "read-requests"));
        var revoke = (await admin.GetAsync("/admin/api-keys")).LinkTo("停用…");
        using var other = await site.StaffBrowserAsync(Role.SystemAdmin, await given.UnitAsync(city, UnitKind.District, "南城区总工会"));

        var list = await other.GetAsync("/admin/api-keys");
        list.Text.ShouldContain("还没有接口密钥");
        list.Body.ShouldNotContain(name);
        (await other.GetAsync(revoke)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PressAsync(await other.GetAsync("/admin/api-keys/make"), "找", ("找人", name))).Text.ShouldContain("换个字试试");
    }

    [Fact]
    public async Task AKeyThatComesTooOften_Waits()
    {
        var key = await site.ApiKeyAsync(Role.Agent, street, [ApiScope.ReadRequests], perMinute: 3);
        for (var time = 0; time < 3; time++)
        {
            (await EnterAsync(key, ApiScope.ReadRequests)).Caller.ShouldNotBeNull();
        }

        var refused = await EnterAsync(key, ApiScope.ReadRequests);
        refused.Refusal.ShouldBe(ApiRefusal.TooMany);
        refused.Wait.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    private async Task<PageAnswer> MakeAsync(params (string Scope, string Value)[] scopes)
    {
        var page = await admin.PressAsync(await admin.GetAsync("/admin/api-keys/make"), "找", ("找人", name));
        return await SendAsync(page, name, [("哪个系统用", "市民热线平台"), ("依据", "市总工会办公室〔2026〕8号"), .. scopes.Select(_ => ("读诉求", "true"))]);
    }

    private async Task<PageAnswer> RefusedAsync(params (string Label, string Value)[] fields) =>
        await SendAsync(await admin.PressAsync(await admin.GetAsync("/admin/api-keys/make"), "找", ("找人", "秦守")), "秦守", fields);

    private Task<PageAnswer> SendAsync(PageAnswer page, string who, params (string Label, string Value)[] fields) => admin.PressAsync(page, "开这个密钥", [(who, "true"), .. fields]);

    private async Task<string> CollectAsync()
    {
        using var own = await site.SignedInAsync(holder);
        return KeyOn(await own.PressAsync(await own.GetAsync("/account/api-keys"), "领取"));
    }

    private static string KeyOn(PageAnswer page) => page.Document.QuerySelector(".uh-receipt .uh-num")!.TextContent.Trim();

    private Task<ApiEntry> EnterAsync(string? key, ApiScope? needs) => site.WithAsync<ApiKeyDoor, ApiEntry>(door => door.EnterAsync(key, needs, "127.0.0.1", stop));

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(site.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task<string> StoredAsync()
    {
        await using var source = NpgsqlDataSource.Create(site.ConnectionString);
        await using var command = source.CreateCommand(
            "select coalesce((select string_agg(api_key::text, '') from api_key), '') || (select string_agg(lines::text, '') from setting_change) || (select string_agg(data::text, '') from audit_entry)");
        return (string)(await command.ExecuteScalarAsync(stop))!;
    }
}
