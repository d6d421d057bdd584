using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ReplyRequest;

/// <summary>Before an answer goes out: what it leaves open is said once, what may hurt somebody stops it, and what was passed over stays on record.</summary>
public sealed class ReplyHintsTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Letter = "休息室的微波炉坏了两周。想知道什么时候能修，夜班能不能给留热的。";

    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AnOpenAskAndAnEmptyPromise_AreSaidOnce_AndTheReasonIsKeptInside()
    {
        var reference = await given.SubmittedAsync(city.Courier, "休息室的微波炉坏了两周。想知道什么时候能修？夜班津贴是多少？宿舍的热水谁来管？厂门口的雨棚谁来装？");
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var first = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "发出，请他确认", ("答复职工", "微波炉正在采购，今晚先借一台。"));
        first.Text.ShouldContain("还没有发。发出前看一眼，有 3 处");
        first.Text.ShouldContain("答到了：什么时候能修");
        first.Text.ShouldContain("没答到：夜班津贴是多少");
        first.Text.ShouldNotContain("“正在采购”没有日期", Case.Insensitive, "the sentence has a date");
        first.Text.ShouldContain("给您的答复 清溪街道总工会 李同志");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);

        var sent = await handler.PressAsync(first, "发出，请他确认", ("为什么不用改", "电话里已经说清了"));
        sent.Path.ShouldBe($"/desk/requests/{reference}");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Replied);
        var inside = await handler.GetAsync($"/desk/requests/{reference}?show=internal");
        inside.Text.ShouldContain("没答到：夜班津贴是多少 ——电话里已经说清了");
        (await handler.GetAsync($"/desk/requests/{reference}?show=public")).Text.ShouldNotContain("电话里已经说清了");
    }

    [Fact]
    public async Task AHintThatCameLater_IsShownBeforeItIsSent()
    {
        var reference = await given.SubmittedAsync(city.Courier, Letter);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var first = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "发出，请他确认", ("答复职工", "微波炉今晚修好。其余正在协调。"));
        var second = await handler.PressAsync(first, "发出，请他确认", ("答复职工", "微波炉今晚修好。其余正在协调。留饭的事已请有关部门核实。"));
        second.Text.ShouldContain("“请有关部门核实”没有日期，也没有依据");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
        (await handler.PressAsync(second, "发出，请他确认")).Path.ShouldBe($"/desk/requests/{reference}");
    }

    [Fact]
    public async Task PersonalData_StopIt_UntilRemovedOrExplained()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var first = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "发出，请他确认", ("答复职工", "微波炉今晚能用，有事打 199 0000 2022。"));
        first.Text.ShouldContain("里面有手机号 199 0000 2022");
        var second = await handler.PressAsync(first, "发出，请他确认");
        second.ErrorAt("为什么要写给他").ShouldBe("去掉，或写一句为什么要写给他。");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
        (await handler.PressAsync(second, "发出，请他确认", ("为什么要写给他", "是本单位的公开电话"))).Path.ShouldBe($"/desk/requests/{reference}");

        var other = await given.SubmittedAsync(city.Courier);
        var told = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{other}/reply"), "发出，请他确认", ("答复职工", "微波炉今晚能用，有事打 199 0000 2022。"));
        (await handler.PressAsync(told, "发出，请他确认", ("答复职工", "微波炉今晚能用。"))).Path.ShouldBe($"/desk/requests/{other}");
        (await handler.GetAsync($"/desk/requests/{other}?show=internal")).Text.ShouldNotContain("没有改");
    }

    [Theory]
    [InlineData(Visibility.Hidden, true)]
    [InlineData(Visibility.Anonymous, true)]
    [InlineData(Visibility.Named, false)]
    public async Task ASealedWorker_IsNotToBeCalledByAnyName_RightOrWrong(Visibility visibility, bool stops)
    {
        var reference = await given.SubmittedAsync(city.Courier, visibility: visibility);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        foreach (var name in new[] { "王师傅", "赵师傅" })
        {
            var looked = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "发出前看一眼", ("答复职工", $"{name}您好，微波炉今晚能用。"));
            looked.Text.Contains($"这里写了“{name}”", StringComparison.Ordinal).ShouldBe(stops);
        }
    }

    [Fact]
    public async Task AnAnswer_IsHeldAgainstWhatWasSaidSinceTheLast()
    {
        var reference = await given.SubmittedAsync(city.Courier, Letter);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        await given.ChangedAsync(reference, request => request.Supplement("厂门口的雨棚谁来装？", Actor.Visitor(null), site.Clock.GetUtcNow()));
        (await LookedAsync(handler, reference, "这件事归物业。")).Text.ShouldContain("没答到：厂门口的雨棚谁来装");

        await given.AcknowledgedAsync(reference);
        await given.RepliedAsync(reference);
        await given.ConfirmedAsync(reference);
        await given.ReworkedAsync(reference, city.Qingxi);
        await given.ChangedAsync(reference, request => request.Supplement("夜班津贴是多少？", Actor.Visitor(null), site.Clock.GetUtcNow()));
        var looked = await LookedAsync(handler, reference, "这件事归物业。");
        looked.Text.ShouldContain("没答到：夜班津贴是多少");
        looked.Text.ShouldNotContain("没答到：厂门口的雨棚");
    }

    [Fact]
    public async Task NewFacts_AreReadBeforeAnAnswerGoesOutOverThem()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.GetAsync($"/desk/requests/{reference}/reply");
        await given.ChangedAsync(reference, request => request.Supplement("今天又烫伤了一个人。", Actor.Visitor(null), site.Clock.GetUtcNow()));
        var refused = await handler.PressAsync(page, "发出，请他确认", ("答复职工", "微波炉今晚能用。"));
        refused.ValueOf("答复职工").ShouldBe("微波炉今晚能用。");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
        (await handler.PressAsync(refused, "发出，请他确认")).Path.ShouldBe($"/desk/requests/{reference}");
    }

    [Theory]
    [InlineData("ask", "问他", "问职工一句")]
    [InlineData("decline", "发出，到此办结", "告诉职工该找谁")]
    public async Task ANumberOfAPerson_StopsWhateverHeWouldRead(string act, string button, string label)
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var desk = await city.AsAsync(act == "ask" ? Role.Handler : Role.Dispatcher, city.Qingxi);
        var first = await desk.PressAsync(await desk.GetAsync($"/desk/requests/{reference}/{act}"), button, (label, "请打 13812345678 找他。"));
        first.ErrorAt("为什么要写给他").ShouldBe("里面有手机号 13812345678。去掉，或写一句为什么要写给他。");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
        (await desk.PressAsync(first, button, ("为什么要写给他", "是窗口的公开电话"))).Path.ShouldBe($"/desk/requests/{reference}");
        (await desk.GetAsync($"/desk/requests/{reference}?show=internal")).Text.ShouldContain("是窗口的公开电话");
    }

    [Fact]
    public async Task LookingSendsNothing()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var looked = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "发出前看一眼", ("答复职工", "微波炉今晚能用。"));
        looked.Text.ShouldContain("没有要改的");
        looked.ValueOf("答复职工").ShouldBe("微波炉今晚能用。");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
        (await handler.PressAsync(looked, "发出，请他确认")).Path.ShouldBe($"/desk/requests/{reference}");
    }

    private static async Task<PageAnswer> LookedAsync(Browser handler, string reference, string words) =>
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "发出前看一眼", ("答复职工", words));
}
