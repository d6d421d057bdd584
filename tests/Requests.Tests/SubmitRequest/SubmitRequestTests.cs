using System.Net;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Data;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.SubmitRequest;

public sealed class SubmitRequestTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ShowsTheServiceChosen_AndTakesNoWordsFromTheAddress()
    {
        await site.CityAsync();
        using var browser = site.NewBrowser();

        var page = await browser.GetAsync("/requests/submit?words=微波炉坏了&Form.Words=微波炉坏了&service=work-injury");

        page.ValueOf("说说经过").ShouldBe("");
        page.Text.ShouldContain("工伤求助");
        page.Text.ShouldContain("哪天受的伤");
        page.Text.ShouldContain("受伤或有危险，先打120119110");
    }

    [Fact]
    public async Task SignedIn_FindsFilledInWhatHeToldOfHimself_AndCanChangeIt()
    {
        await site.CityAsync();
        using var browser = await GivenWorkers.WorkerBrowserAsync(site, "13900004401", "王自报");
        await browser.PressAsync(await browser.GetAsync("/account/profile"), "就改成这样", ("在哪儿上班", "顺达速运工会"));

        var page = await browser.GetAsync("/requests/submit?service=wage-arrears");
        page.ValueOf("怎么称呼您").ShouldBe("王自报");
        page.ValueOf("手机号").ShouldBe("13900004401");
        page.Text.ShouldContain("顺达速运工会");
        page.Text.ShouldContain("送给清溪街道总工会");

        var fromHome = await browser.PressAsync(await browser.GetAsync("/"), "说一件事", ("说说遇到了什么事", "工资没发"));
        fromHome.ValueOf("怎么称呼您").ShouldBe("王自报");
        fromHome.Text.ShouldContain("顺达速运工会");

        page = await browser.PressAsync(page, "单位不对，换一个", ("怎么称呼您", ""));
        page.Text.ShouldNotContain("顺达速运工会");
        page.ValueOf("怎么称呼您").ShouldBe("");
        (await browser.GetAsync("/requests/submit?handler=Look&Form.Visibility=hidden&Form.District=")).Text.ShouldNotContain("送给清溪街道总工会");
    }

    [Fact]
    public async Task Look_ShowsWhereItGoesByWhenAndWhoStaysInTheDark()
    {
        var city = await site.CityAsync();
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/requests/submit?service=wage-arrears");

        page = await browser.PressAsync(page, "找单位", ("单位或工会的名字", "顺达"), ("说说经过", "写了一半"));
        page = await browser.PressAsync(page, "看看会送到哪里", ("顺达速运工会", "on"), ("对本单位保密", "on"));

        page.Text.ShouldContain("青川市总工会 安和区总工会 清溪街道总工会");
        page.Text.ShouldContain("5 个工作日内（9月24日 周四前）给答复。您的单位和单位工会收不到您的姓名。");
        page.Text.ShouldContain("9月20日 周日调休上班，算 1 天");
        page.ValueOf("说说经过").ShouldBe("写了一半");
        page.Body.ShouldContain(city.Union.Value.ToString());
    }

    [Theory]
    [InlineData("实名")]
    [InlineData("对本单位保密")]
    [InlineData("匿名")]
    public async Task Post_GivesAReceiptAndOpensTheRequest(string visibility)
    {
        var city = await site.CityAsync();
        using var browser = site.NewBrowser();

        var receipt = await site.SubmitAsync(browser, visibility: visibility);

        receipt.Title.ShouldContain("收到了");
        receipt.Text.ShouldContain("9月24日 周四前");
        var filed = GivenWorker.Filed.Of(receipt);
        var request = await site.RequestAsync(filed.Reference);
        request.Words.ShouldBe(GivenWorker.Words);
        request.Visibility.Chinese().ShouldBe(visibility);
        request.Owner.ShouldBe(city.Street);
        request.WorksAt.ShouldBe(city.Union);
        (await browser.GetAsync(receipt.LinkTo("看进度"))).Title.ShouldBe(request.Title);
        await PersonAsync(request, visibility);
    }

    [Fact]
    public async Task Post_WhenHiddenOrAnonymous_LeavesNoTraceOfThePersonInTimelineAndAudit()
    {
        await site.CityAsync();
        using var worker = await site.WorkerBrowserAsync("13900000001");

        foreach (var visibility in new[] { "对本单位保密", "匿名" })
        {
            var filed = GivenWorker.Filed.Of(await site.SubmitAsync(worker, visibility: visibility));
            var request = await site.RequestAsync(filed.Reference);
            await site.WithAsync<AppDbContext>(async db =>
            {
                (await db.Set<TimelineEntry>().SingleAsync(entry => entry.RequestId == request.Id, stop)).Account.ShouldBeNull();
                var audit = await db.Set<AuditEntry>().SingleAsync(entry => entry.SubjectId == request.Id.Value, stop);
                (audit.Account, audit.Address).ShouldBe((null, null));
            });
        }
    }

    [Theory]
    [InlineData("对本单位保密")]
    [InlineData("匿名")]
    public async Task Post_Twice_GivesTheSameReceiptAndOneRequest(string visibility)
    {
        var city = await site.CityAsync();
        using var worker = await site.WorkerBrowserAsync($"139{Random.Shared.Next(10_000_000, 99_999_999)}");
        var page = await worker.GetAsync($"/requests/submit?service=wage-arrears&Form.WorksAt={city.Union.Value}");
        var before = await site.CountAsync("request");

        var (first, second) = await worker.PressTwiceAsync(page, "提交", ("说说经过", GivenWorker.Words), (visibility, "on"), ("怎么称呼您", "王建国"), ("手机号", "13800001234"));

        first.Title.ShouldContain("收到了");
        GivenWorker.Filed.Of(second).ShouldBe(GivenWorker.Filed.Of(first));
        (await site.CountAsync("request")).ShouldBe(before + 1);
        (await site.CountAsync("submission where path = '/requests/submit' and account is not null")).ShouldBe(0);
    }

    [Fact]
    public async Task Post_SideBySide_GivesOneRequest()
    {
        var city = await site.CityAsync();
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync($"/requests/submit?service=wage-arrears&Form.WorksAt={city.Union.Value}");
        var before = await site.CountAsync("request");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            browser.PressAsync(page, "提交", ("说说经过", GivenWorker.Words), ("匿名", "on"))));

        answers.Select(GivenWorker.Filed.Of).Distinct().ShouldHaveSingleItem();
        (await site.CountAsync("request")).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Post_StoresTheAnswersToTheQuestionsOfTheService()
    {
        using var browser = site.NewBrowser();

        var receipt = await site.SubmitAsync(browser, more: [("欠了几个月", "2"), ("大约欠多少", "12,500.5"), ("一共多少人没拿到", "23")]);

        var page = await browser.GetAsync(receipt.LinkTo("看进度"));
        page.Text.ShouldContain("欠了几个月2");
        page.Text.ShouldContain("大约欠多少12,500.5 元");
    }

    [Fact]
    public async Task Post_WithAWrongAnswer_SaysSoAtTheQuestionAndKeepsEverything()
    {
        using var browser = site.NewBrowser();
        var before = await site.CountAsync("request");

        var page = await site.SubmitAsync(browser, more: [("大约欠多少", "很多")]);

        page.ErrorAt("大约欠多少")!.ShouldContain("只填数字");
        page.ValueOf("大约欠多少").ShouldBe("很多");
        page.ValueOf("说说经过").ShouldBe(GivenWorker.Words);
        page.ValueOf("怎么称呼您").ShouldBe("王建国");
        (await site.CountAsync("request")).ShouldBe(before);
    }

    [Fact]
    public async Task Post_WithMoreThan4000Characters_CountsThemAndLosesNone()
    {
        using var browser = site.NewBrowser();
        var before = (await site.CountAsync("request"), await site.CountAsync("requester"), await site.CountAsync("timeline_entry"), await site.CountAsync("work_order"));
        var words = new string('长', 4001);

        var page = await site.SubmitAsync(browser, words: words);

        page.ErrorAt("说说经过")!.ShouldContain("您写了 4,001 个字，最多 4,000 个，请删掉 1 个字");
        page.ValueOf("说说经过").ShouldBe(words);
        (await site.CountAsync("request"), await site.CountAsync("requester"), await site.CountAsync("timeline_entry"), await site.CountAsync("work_order")).ShouldBe(before);
    }

    [Fact]
    public async Task Post_Takes4000CharactersThatTakeTwoCodeUnitsEach()
    {
        using var browser = site.NewBrowser();
        var words = string.Concat(Enumerable.Repeat("𠮷", 4000));

        var filed = GivenWorker.Filed.Of(await site.SubmitAsync(browser, words: words));

        (await site.RequestAsync(filed.Reference)).Words.ShouldBe(words);
    }

    [Theory]
    [InlineData("食堂涨价了😡👨‍👩‍👧‍👦，𠮷野家也是，㑇")]
    [InlineData("<script>alert(1)</script>{{7*7}}' or 1=1 --")]
    public async Task Post_KeepsOddWordsAsTheyAre(string words)
    {
        using var browser = site.NewBrowser();

        var receipt = await site.SubmitAsync(browser, words: words);

        var page = await browser.GetAsync(receipt.LinkTo("看进度"));
        page.Text.ShouldContain(words);
        page.Document.QuerySelectorAll("script").ShouldAllBe(script => script.HasAttribute("src"));
    }

    [Theory]
    [InlineData("怎么称呼您", "王\r\n建国", "写在一行里")]
    [InlineData("怎么称呼您", "", "还没填")]
    [InlineData("手机号", "1380000123", "手机号是 11 位，现在 10 位")]
    [InlineData("说说经过", "  \n ", "说一两句经过")]
    public async Task Post_WithAWrongField_SaysSoThereAndStoresNothing(string label, string value, string sentence)
    {
        using var browser = site.NewBrowser();
        var before = await site.CountAsync("request") + await site.CountAsync("requester");

        var page = await site.SubmitAsync(browser, more: [(label, value)]);

        page.ErrorAt(label)!.ShouldContain(sentence);
        page.Text.ShouldContain("处要改");
        (await site.CountAsync("request") + await site.CountAsync("requester")).ShouldBe(before);
    }

    [Fact]
    public async Task Post_WhenTheServiceCannotBeAnonymous_NamesTheServiceAndTheRule()
    {
        await site.CityAsync();
        using var browser = site.NewBrowser();
        var before = await site.CountAsync("request");
        var page = await browser.GetAsync("/requests/submit?service=work-injury");

        page.Text.ShouldNotContain("匿名 谁都不知道");
        var answer = await browser.PostAsync("/requests/submit", [.. Tokens(page), ("Form.Service", "work-injury"), ("Form.Answers[when]", "2026-09-10"), ("Form.Words", "摔伤了"), ("Form.Visibility", "anonymous")]);

        answer.Text.ShouldContain("“工伤求助”这类事没法按“匿名”办");
        (await site.CountAsync("request")).ShouldBe(before);
    }

    [Fact]
    public async Task Post_WithAUnitThatDoesNotExist_AsksToLookAgain()
    {
        await site.CityAsync();
        using var browser = site.NewBrowser();
        var before = await site.CountAsync("request");
        var page = await browser.GetAsync("/requests/submit");

        var answer = await browser.PostAsync("/requests/submit", [.. Tokens(page), ("Form.Service", "wage-arrears"), ("Form.Words", "没发工资"), ("Form.Visibility", "anonymous"), ("Form.WorksAt", Guid.CreateVersion7().ToString())]);

        answer.Text.ShouldContain("没有找到这个单位");
        (await site.CountAsync("request")).ShouldBe(before);
    }

    [Fact]
    public async Task Post_WithoutASecretToken_IsRefused()
    {
        using var browser = site.NewBrowser();

        (await browser.PostAsync("/requests/submit", ("Form.Words", "没发工资"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Receipt_AfterHalfAnHour_ShowsNoPassphraseAnyMore()
    {
        using var browser = site.NewBrowser();
        var receipt = await site.SubmitAsync(browser);
        var filed = GivenWorker.Filed.Of(receipt);
        site.Clock.Advance(TimeSpan.FromMinutes(31));

        var later = await browser.GetAsync(receipt.Path);

        later.Status.ShouldBe(HttpStatusCode.Gone);
        later.Text.ShouldNotContain(filed.Passphrase);
        later.Title.ShouldBe("回执收起来了");
    }

    [Fact]
    public async Task Receipt_MadeUp_ShowsNothing()
    {
        using var browser = site.NewBrowser();

        (await browser.GetAsync("/requests/receipt?token=CfDJ8abc")).Status.ShouldBe(HttpStatusCode.Gone);
    }

    private static IEnumerable<(string, string)> Tokens(PageAnswer page) =>
        page.Document.QuerySelectorAll("form[method=post] input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)).Where(field => !field.Item1.StartsWith("Form.", StringComparison.Ordinal));

    private Task PersonAsync(Request request, string visibility) => site.WithAsync<IServiceProvider>(async services =>
    {
        var db = (RequestsDb)services.GetService(typeof(RequestsDb))!;
        var seal = (IdentitySeal)services.GetService(typeof(IdentitySeal))!;
        var person = seal.Open(await db.Requesters.SingleAsync(row => row.RequestId == request.Id, stop));
        (person.Name, person.Phone).ShouldBe(visibility == "匿名" ? (null, null) : ("王建国", "13800001234"));
    });
}
