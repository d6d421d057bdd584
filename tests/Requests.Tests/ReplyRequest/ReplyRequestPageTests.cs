using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Requests.Settings;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ReplyRequest;

public sealed class ReplyRequestPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_AnswersTheWorker_AndWaitsForHisWord()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.AcknowledgedAsync(reference);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var answer = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "发出，请他确认", ("答复职工", "微波炉今晚能用。"));
        answer.Path.ShouldBe($"/desk/requests/{reference}");
        answer.Text.ShouldContain("微波炉今晚能用。");
        answer.Text.ShouldContain("等职工确认");
        answer.Text.ShouldContain("没有表态");
        (await given.ReadAsync(reference)).NextDueAt.ShouldBe(new DateTimeOffset(2026, 9, 28, 9, 30, 0, TimeSpan.Zero), "25 to 27 September are days off");
    }

    [Fact]
    public async Task Post_WithoutWords_SaysSoAtTheField()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var answer = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "发出，请他确认", ("答复职工", "  "));
        answer.ErrorAt("答复职工").ShouldBe("写一句再发。");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
    }

    [Theory]
    [InlineData("reply", "发出", "答复职工", "")]
    [InlineData("reply", "发出", "答复职工", "长")]
    [InlineData("note", "记下", "内部记录", "")]
    public async Task Post_ThatIsRefused_KeepsTheFileOfABrowserWithoutScripts(string page, string button, string field, string words)
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var typed = words.Length == 0 ? "  " : new string('长', 4001);

        var refused = await handler.PressWithFileAsync(
            await handler.GetAsync($"/desk/requests/{reference}/{page}"), button, "照片或文件", "清单.txt", "一、二、三\n"u8.ToArray(), (field, typed));

        refused.ErrorAt(field).ShouldNotBeNull();
        refused.Text.ShouldContain("清单.txt");
        var sent = await handler.PressAsync(refused, button, (field, "清单在附件里。"));
        sent.Path.ShouldBe($"/desk/requests/{reference}");
        sent.Text.ShouldContain("清单.txt");
    }

    [Fact]
    public async Task Post_OfTooManyWords_KeepsThem()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var words = new string('字', 4001);
        var answer = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "发出，请他确认", ("答复职工", words));
        answer.ErrorAt("答复职工").ShouldNotBeNull().ShouldContain("4,001");
        answer.ValueOf("答复职工").ShouldBe(words);
    }

    [Fact]
    public async Task Post_AfterSomeoneElseActed_ShowsWhatHappened_AndKeepsTheWords()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.GetAsync($"/desk/requests/{reference}/reply");
        await given.AskedAsync(reference);
        var answer = await handler.PressAsync(page, "发出，请他确认", ("答复职工", "微波炉今晚能用。"));
        answer.Text.ShouldContain("刚刚又有了新动静");
        answer.Text.ShouldContain("是哪一台微波炉？");
        answer.ValueOf("答复职工").ShouldBe("微波炉今晚能用。");
        (await handler.PressAsync(answer, "发出，请他确认")).Text.ShouldContain("等职工确认");
    }

    [Fact]
    public async Task Post_WhereItIsNotNow_IsRefused()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var below = await city.AsAsync(Role.Handler, city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        await given.AcknowledgedAsync(reference);
        var page = await below.GetAsync($"/desk/requests/{reference}/reply");
        await given.RepliedAsync(reference);
        await given.DisputedAsync(reference, city.Qingxi);
        var answer = await below.PressAsync(page, "发出，请他确认", ("答复职工", "微波炉今晚换新的。"));
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Text.ShouldContain("现在不在您单位手里");
        answer.ValueOf("您写的话").ShouldBe("微波炉今晚换新的。");
        answer.Document.QuerySelectorAll("textarea[readonly]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Post_OfWordsThatLookLikeMarkup_ShowsThemAsWords()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var answer = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "发出，请他确认", ("答复职工", "<script>alert(1)</script> 𠮷 😀 微波炉今晚能用。"));
        answer.Text.ShouldContain("<script>alert(1)</script> 𠮷 😀 微波炉今晚能用。");
        answer.Body.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task Post_LongerThanTheNumberInForce_IsRefusedAtTheField_WithNothingLost()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await SetAsync("desk-words-most", 100);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.GetAsync($"/desk/requests/{reference}/reply");
        page.Field("答复职工").GetAttribute("data-count").ShouldBe("100");
        var answer = await handler.PressAsync(page, "发出", ("答复职工", new string('好', 101)));
        await SetAsync("desk-words-most", 4000);
        answer.ErrorAt("答复职工").ShouldNotBeNull().ShouldStartWith("最多 100 个字，现在 101 个");
        answer.ValueOf("答复职工").Length.ShouldBe(101);
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task Post_WithMoreFilesThanTheNumberInForce_IsRefusedAtTheField()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await SetAsync("desk-files-most", 1);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.GetAsync($"/desk/requests/{reference}/reply");
        page.Field("照片或文件").GetAttribute("data-max").ShouldBe("1");
        var sent = page.Document.CreateElement("input");
        foreach (var (name, value) in new[] { ("type", "hidden"), ("name", "Form.Files"), ("value", city.City.ToString()) })
        {
            sent.SetAttribute(name, value);
        }

        page.Field("照片或文件").ParentElement!.AppendChild(sent);
        var answer = await handler.PressWithFileAsync(page, "发出", "照片或文件", "清单.txt", "一\n"u8.ToArray(), ("答复职工", "修好了，请看看。"));
        await SetAsync("desk-files-most", 9);
        answer.Text.ShouldContain("一次最多带 1 个文件");
        answer.ValueOf("答复职工").ShouldBe("修好了，请看看。");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
    }

    private async Task SetAsync(string key, int value)
    {
        await site.ExecuteAsync($"update request_setting set value = {value} where key = '{key}'");
        ((RequestSettings)site.Services.GetService(typeof(RequestSettings))!).Forget();
    }
}
