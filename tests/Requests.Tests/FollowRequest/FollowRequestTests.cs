using UnionHall.Requests.Domain;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.FollowRequest;

public sealed class FollowRequestTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Get_TellsWhoHasItAndTheStoryWithoutWhatIsInternal()
    {
        var city = await site.CityAsync();
        var filed = await site.FiledAsync("overtime-pay", "实名");
        await site.DeskAsync(filed.Reference, (request, actor, at) => request.Acknowledge(actor, at));
        await site.DeskAsync(filed.Reference, (request, actor, at) => request.Dispatch(city.Union, HopTerm.Until(at, at.AddDays(2)), "别告诉他我们也没办法", actor, at));
        await site.DeskAsync(filed.Reference, (request, actor, at) => { request.AddNote("内部记录", actor, at); return request.Acknowledge(actor, at); });
        using var browser = await site.FollowerAsync(filed);

        var page = await browser.GetAsync($"/requests/track/{filed.Reference}");

        page.Text.ShouldContain("现在由顺达速运工会办");
        page.Text.ShouldContain("清溪街道总工会已派下 顺达速运工会正在办 给您答复 您来确认");
        page.Text.ShouldContain("派给顺达速运工会");
        page.Text.ShouldNotContain("没办法");
        page.Text.ShouldNotContain("内部记录");
    }

    [Fact]
    public async Task Get_WhenLate_SaysSo()
    {
        var filed = await site.FiledAsync();
        site.Clock.Advance(TimeSpan.FromDays(14));
        using var browser = await site.FollowerAsync(filed);

        var page = await browser.GetAsync($"/requests/track/{filed.Reference}");

        page.Text.ShouldContain("答复您，晚了");
        page.Text.ShouldContain("清溪街道总工会还没签收");
        page.Text.ShouldContain("上级也看得到");
    }

    [Fact]
    public async Task Answer_GoesToTheDeskOnce()
    {
        var filed = await site.FiledAsync();
        await site.DeskAsync(filed.Reference, (request, actor, at) => request.Ask("一共多少人没拿到？", actor, at));
        using var browser = await site.FollowerAsync(filed);
        var page = await browser.GetAsync($"/requests/track/{filed.Reference}");
        page.Text.ShouldContain("等您回话");
        var openInAnotherTab = await browser.GetAsync($"/requests/track/{filed.Reference}");

        var answered = await browser.PressAsync(page, "回复", ("您的回答", "二十三个人"));

        answered.Path.ShouldBe($"/requests/track/{filed.Reference}");
        answered.Text.ShouldContain("您回了话");
        answered.Text.ShouldContain("二十三个人");
        (await site.RequestAsync(filed.Reference)).State.ShouldBe(RequestState.Acknowledged);
        var again = await browser.PressAsync(openInAnotherTab, "回复", ("您的回答", "再说一遍"));
        again.Text.ShouldContain("不用再回话");
        again.ValueOf("您的回答").ShouldBe("再说一遍");
        (await site.CountAsync("timeline_entry where text = '再说一遍'")).ShouldBe(0);
    }

    [Fact]
    public async Task Answer_WhenEmpty_IsAskedForAgain()
    {
        var filed = await site.FiledAsync();
        await site.DeskAsync(filed.Reference, (request, actor, at) => request.Ask("一共多少人？", actor, at));
        using var browser = await site.FollowerAsync(filed);

        var page = await browser.PressAsync(await browser.GetAsync($"/requests/track/{filed.Reference}"), "回复", ("您的回答", " "));

        page.ErrorAt("您的回答").ShouldBe("写一句再回复。");
        page.Text.ShouldContain("一共多少人？");
    }

    [Fact]
    public async Task Supplement_IsAddedWhileItIsNotEnded()
    {
        var filed = await site.FiledAsync();
        using var browser = await site.FollowerAsync(filed);
        var form = await browser.GetAsync($"/requests/track/{filed.Reference}/supplement");

        var openInAnotherTab = await browser.GetAsync($"/requests/track/{filed.Reference}/supplement");

        var page = await browser.PressAsync(form, "补充上去", ("又有什么情况", "今天又有两个人没拿到"));

        page.Text.ShouldContain("您补充了情况");
        await site.ReplyAsync(filed.Reference);
        await site.DeskAsync(filed.Reference, (request, actor, at) => request.Withdraw(null, actor, at));
        var refused = await browser.PressAsync(openInAnotherTab, "补充上去", ("又有什么情况", "太晚了"));
        refused.Text.ShouldContain("不用再补充");
        (await site.CountAsync("timeline_entry where text = '太晚了'")).ShouldBe(0);
    }

    [Fact]
    public async Task Withdraw_EndsItAfterAsking()
    {
        var filed = await site.FiledAsync();
        using var browser = await site.FollowerAsync(filed);
        var form = await browser.GetAsync($"/requests/track/{filed.Reference}/withdraw");
        form.Title.ShouldBe("要撤回这件事吗");
        var openInAnotherTab = await browser.GetAsync($"/requests/track/{filed.Reference}/withdraw");

        var page = await browser.PressAsync(form, "撤回这件事", ("为什么撤回", "已经发了"));

        page.Text.ShouldContain("您撤回了");
        page.Text.ShouldContain("已经发了");
        (await site.RequestAsync(filed.Reference)).Outcome.ShouldBe(Outcome.Withdrawn);
        (await browser.PressAsync(openInAnotherTab, "撤回这件事")).Text.ShouldContain("不用再撤回");
        page.Text.ShouldNotContain("补充情况");
    }

    [Fact]
    public async Task Acts_OfSomeoneElse_DoNothing()
    {
        var filed = await site.FiledAsync();
        var own = await site.FiledAsync();
        using var other = await site.FollowerAsync(own);
        var form = await other.GetAsync($"/requests/track/{own.Reference}/withdraw");
        var key = form.Document.QuerySelectorAll("form[method=post] input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)).ToArray();

        foreach (var act in new[] { "answer", "supplement", "confirm", "withdraw" })
        {
            var answer = await other.PostAsync($"/requests/track/{filed.Reference}/{act}", [.. key, ("Form.Text", "别人"), ("Form.Solved", "yes")]);
            answer.Path.ShouldNotContain($"/track/{filed.Reference}");
        }

        (await site.RequestAsync(filed.Reference)).State.ShouldBe(RequestState.Submitted);
        (await site.CountAsync("timeline_entry where text = '别人'")).ShouldBe(0);
    }
}
