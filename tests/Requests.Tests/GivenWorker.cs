using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Testing;
using UnionHall.Text;

namespace UnionHall.Requests.Tests;

/// <summary>A small city and workers who say things in it, through the pages.</summary>
internal static partial class GivenWorker
{
    public const string Words = "八月的工资到现在没发，一共二十三个人，问过主管说再等等。";
    private static readonly Actor Console = Actor.Platform("测试");

    /// <summary>City, district, street and the worker's own union; once per site.</summary>
    public static async Task<City> CityAsync(this TestSite site)
    {
        var stop = TestContext.Current.CancellationToken;
        var units = site.Services.GetRequiredService<UnitDirectory>();
        if (await units.FindByCodeAsync("CITY", stop) is not { } root)
        {
            var city = await site.UnitAsync("青川市总工会", UnitKind.Federation, code: "CITY");
            var district = await site.UnitAsync("安和区总工会", UnitKind.District, city, "DISTRICT");
            var street = await site.UnitAsync("清溪街道总工会", UnitKind.Street, district, "STREET");
            var union = await site.UnitAsync("顺达速运工会", UnitKind.Primary, street, "UNION");
            return new City(city, district, street, union);
        }

        async Task<UnitId> Of(string code) => (await units.FindByCodeAsync(code, stop))!.UnitId;
        return new City(root.UnitId, await Of("DISTRICT"), await Of("STREET"), await Of("UNION"));
    }

    /// <summary>Fills the form as a worker of 顺达速运 would, presses 提交 and says, if asked, that it is another matter.</summary>
    public static async Task<PageAnswer> SubmitAsync(this TestSite site, Browser browser, string service = "wage-arrears", string visibility = "对本单位保密", string words = Words, params (string Label, string Value)[] more)
    {
        var answer = await site.PressSubmitAsync(browser, service, visibility, words, more);
        return answer.Text.Contains("是同一件事吗", StringComparison.Ordinal) ? await browser.PressAsync(answer, "提交", ("这是另一件事", "on")) : answer;
    }

    /// <summary>Fills the form and presses 提交, no more.</summary>
    public static async Task<PageAnswer> PressSubmitAsync(this TestSite site, Browser browser, string service = "wage-arrears", string visibility = "对本单位保密", string words = Words, params (string Label, string Value)[] more)
    {
        var city = await site.CityAsync();
        var page = await browser.GetAsync($"/requests/submit?service={service}&Form.WorksAt={city.Union.Value}");
        return await browser.PressAsync(page, "提交", [("说说经过", words), (visibility, "on"), .. Person(visibility), .. more]);
    }

    /// <summary>A request filed through the pages, with its passphrase.</summary>
    public static async Task<Filed> FiledAsync(this TestSite site, string service = "wage-arrears", string visibility = "对本单位保密", string words = Words)
    {
        using var browser = site.NewBrowser();
        return Filed.Of(await site.SubmitAsync(browser, service, visibility, words));
    }

    /// <summary>A browser that opened the request by passphrase.</summary>
    public static async Task<Browser> FollowerAsync(this TestSite site, Filed filed)
    {
        var browser = site.NewBrowser();
        await browser.TrackAsync(filed.Reference, filed.Passphrase);
        return browser;
    }

    public static async Task<PageAnswer> TrackAsync(this Browser browser, string reference, string passphrase) =>
        await browser.PressAsync(await browser.GetAsync("/requests/track"), "看进度", ("编号", reference), ("口令", passphrase));

    /// <summary>Lets the desk act on a request without its pages.</summary>
    public static Task DeskAsync(this TestSite site, string reference, Func<Request, Actor, DateTimeOffset, Result> verb) => site.WithAsync<RequestsDb>(async db =>
    {
        var request = (await db.FindAsync(reference, TestContext.Current.CancellationToken))!;
        verb(request, new Actor(null, "周同志", []), site.Clock.GetUtcNow()).Refusal.ShouldBeNull();
        await db.SaveAsync(Console, TestContext.Current.CancellationToken);
    });

    public static Task ReplyAsync(this TestSite site, string reference, string text = "工资今天下午已经打到卡上，请查一下。") =>
        site.DeskAsync(reference, (request, actor, at) => request.Reply(text, at.AddDays(7), actor, at));

    public static async Task<long> CountAsync(this TestSite site, string sql)
    {
        await using var command = site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"select count(*) from {sql}");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>From now on a service's questions for files have to be answered.</summary>
    public static async Task NeedsPaperAsync(this TestSite site, string service)
    {
        await site.ExecuteAsync($$"""
            update service set questions = (select jsonb_agg(case when q ->> 'kind' = 'file' then q || '{"required": true}' else q end) from jsonb_array_elements(questions) q)
            where code = '{{service}}'
            """);
        site.Services.GetRequiredService<ServiceCatalogue>().Forget();
    }

    /// <summary>Presses buttons so that all of them have read what is there before the first may write to the table.</summary>
    public static async Task<PageAnswer[]> AtOnceAsync(this TestSite site, string table, params Func<Task<PageAnswer>>[] presses)
    {
        await using var holding = await site.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await holding.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand($"lock table {table} in share row exclusive mode", holding, transaction);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var answers = presses.Select(press => press()).ToArray();
        await Task.WhenAny(Task.WhenAll(answers), Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return await Task.WhenAll(answers);
    }

    public static async Task ExecuteAsync(this TestSite site, string sql)
    {
        await using var command = site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public static Task<Request> RequestAsync(this TestSite site, string reference) =>
        site.WithAsync<RequestsDb, Request>(async db => (await db.FindAsync(reference, TestContext.Current.CancellationToken))!);

    /// <summary>A worker's account, and a browser signed in with it.</summary>
    public static async Task<Browser> WorkerBrowserAsync(this TestSite site, string phone, string name = "王建国")
    {
        await site.WithAsync<IServiceProvider>(async services =>
        {
            var made = await services.GetRequiredService<CreateAccountHandler>().AddWorkerAsync(new NewWorker(Mobile.Read(phone).Value!, PersonName.Read(name).Value!, GivenAccounts.Password), TestContext.Current.CancellationToken);
            made.Refusal.ShouldBeNull();
            await services.GetRequiredService<AppDbContext>().SaveAsync(Console, TestContext.Current.CancellationToken);
        });
        return await site.SignedInAsync(phone);
    }

    private static (string Label, string Value)[] Person(string visibility) =>
        visibility == "匿名" ? [] : [("怎么称呼您", "王建国"), ("手机号", "138 0000 1234")];

    internal sealed record City(UnitId Root, UnitId District, UnitId Street, UnitId Union);

    internal sealed partial record Filed(string Reference, string Passphrase)
    {
        public static Filed Of(PageAnswer receipt)
        {
            var found = Shape().Match(receipt.Text);
            found.Success.ShouldBeTrue(receipt.Path + " " + receipt.Text);
            return new Filed(found.Groups["reference"].Value, found.Groups["passphrase"].Value);
        }

        [GeneratedRegex(@"编号\s*诉 (?<reference>[0-9-]+)\s*口令（只显示这一次）\s*(?<passphrase>.. · .. · [0-9]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Shape();
    }
}
