using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Collectives;

/// <summary>集体诉求: several persons' one matter, each with a number of his own; reported upward at once, spoken for by five at most.</summary>
public sealed class CollectiveTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;
    private Browser street = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
        street = await city.AsAsync(Role.Dispatcher, city.Qingxi);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task TheSecondPerson_MakesItCollective_AndTheUnitAboveIsToldAtOnce()
    {
        var head = await given.SubmittedAsync(city.Courier, "八月的工资没有发。");
        var other = await given.SubmittedAsync(city.Courier, "八月工资没有发到。", name: "李小满", phone: "19900001012");
        var above = await city.AsAsync(Role.Chair, city.Anhe);

        await MergeAsync(other, head);
        await site.RunJobsAsync();

        (await street.GetAsync("/desk/requests")).Text.ShouldContain("集体 2 人");
        (await street.GetAsync("/desk/requests?view=collective")).Text.ShouldContain("八月的工资没有发");
        (await street.GetAsync($"/desk/requests/{head}")).Text.ShouldContain("报告安和区总工会");
        (await above.GetAsync("/notices")).Text.ShouldContain("有几位职工反映同一件事，成了集体诉求");
        (await site.CountAsync("participant p join request r on r.id = p.head_id where r.reference = '" + head + "'")).ShouldBe(2);
        (await given.ReadAsync(other)).People.ShouldBe(1);

        await street.PressAsync(await street.GetAsync($"/desk/requests/{other}/unmerge"), "拆出来", ("为什么拆", "不是一个月"));
        (await given.ReadAsync(head)).People.ShouldBe(1);
        (await site.CountAsync("participant p join request r on r.id = p.head_id where r.reference = '" + head + "'")).ShouldBe(0);
    }

    [Fact]
    public async Task TheSamePersonAgain_IsNotOneMore()
    {
        var head = await given.SubmittedAsync(city.Courier, "宿舍没有热水。");
        await MergeAsync(await given.SubmittedAsync(city.Courier, "宿舍还是没有热水。"), head, "同一位职工又说了一遍");
        (await given.ReadAsync(head)).People.ShouldBe(1);
        (await street.GetAsync($"/desk/requests/{head}/participants")).Text.ShouldContain("还只有一位职工");
    }

    [Fact]
    public async Task AWorkerJoinsByTheAddress_StaysSealed_AndIsToldWithTheOthers()
    {
        var filed = await site.FiledAsync("overtime-pay", "实名", "我叫老赵，夜班的加班费没有发。");
        var own = await site.CityAsync();
        var desk = await site.StaffBrowserAsync(Role.Dispatcher, own.Street);
        var made = await desk.PressAsync(await desk.GetAsync($"/desk/requests/{filed.Reference}/participants"), "给一个加入的地址");
        var address = new Uri(made.Document.GetElementById("join-address")!.TextContent).AbsolutePath;
        using var worker = site.NewBrowser();

        var page = await worker.GetAsync(address);
        page.Text.ShouldNotContain("老赵");
        page.Text.ShouldNotContain(filed.Reference);
        page.Text.ShouldContain("已经有 1 位职工反映");
        var joined = GivenWorker.Filed.Of(await worker.PressAsync(page, "我也是，加进去", ("对本单位保密", "on"), ("怎么称呼您", "孙小红"), ("手机号", "13800005678")));
        (await worker.PressAsync(await worker.GetAsync(address), "我也是，加进去", ("匿名", "on"))).Text.ShouldContain("您已经在里面了");

        var request = await site.RequestAsync(joined.Reference);
        (request.State, request.Visibility).ShouldBe((RequestState.Merged, Visibility.Hidden));
        request.WorksAt.ShouldBeNull();
        (await site.RequestAsync(filed.Reference)).People.ShouldBe(2);
        foreach (var at in new[] { $"/desk/requests/{filed.Reference}", $"/desk/requests/{filed.Reference}/participants", $"/desk/requests/{joined.Reference}", "/desk/requests", "/desk/requests?view=merged", "/desk/requests?view=all&q=孙小红" })
        {
            (await desk.GetAsync(at)).Body.Replace("q=孙小红", "").Replace("“孙小红”", "").Replace("value=\"孙小红\"", "").ShouldNotContain("孙小红", Case.Sensitive, at);
        }

        var chair = await site.StaffBrowserAsync(Role.Chair, own.Union);
        (await chair.GetAsync($"/desk/requests/{joined.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await site.ReplyAsync(filed.Reference, "加班费下周补发。");
        (await worker.GetAsync($"/requests/track/{joined.Reference}")).Text.ShouldContain("加班费下周补发。");
        var followed = await worker.GetAsync($"/requests/track/{joined.Reference}");
        followed.Text.ShouldContain("一共 2 位职工反映这件事");
        followed.Text.ShouldContain((await site.RequestAsync(filed.Reference)).MatterType.Chinese() + " · ");
        followed.Text.ShouldNotContain("老赵");
        (await worker.GetAsync($"/requests/track/{joined.Reference}/withdraw")).Text.ShouldContain("这是 2 位职工一起反映的事。您撤回就不再算在里面");
    }

    [Fact]
    public async Task WhereTheJoinerWorks_IsTakenFromTheFirstOnlyWhenHeSaysSo()
    {
        var head = await given.SubmittedAsync(city.Courier, "更衣室漏雨。");
        var address = Join(await street.PressAsync(await street.GetAsync($"/desk/requests/{head}/participants"), "给一个加入的地址"));
        using var worker = site.NewBrowser();
        var joined = GivenWorker.Filed.Of(await worker.PressAsync(await worker.GetAsync(address), "我也是，加进去", ("同一个单位", "on"), ("匿名", "on")));
        (await site.RequestAsync(joined.Reference)).WorksAt.ShouldBe(city.Courier);
    }

    [Fact]
    public async Task ARepresentative_SeesThatHeIsOne_AndStepsDown()
    {
        var filed = await site.FiledAsync("overtime-pay", "实名", "上个月的加班费没有发。");
        var desk = await site.StaffBrowserAsync(Role.Dispatcher, (await site.CityAsync()).Street);
        var address = Join(await desk.PressAsync(await desk.GetAsync($"/desk/requests/{filed.Reference}/participants"), "给一个加入的地址"));
        using var other = site.NewBrowser();
        GivenWorker.Filed.Of(await other.PressAsync(await other.GetAsync(address), "我也是，加进去", ("匿名", "on")));
        using var worker = await site.FollowerAsync(filed);
        var track = $"/requests/track/{filed.Reference}";
        (await worker.GetAsync(track)).HasButton("不当代表了").ShouldBeFalse();

        var spoke = await worker.PressAsync(await worker.GetAsync(track + "/represent"), "我愿意当代表");
        spoke.Text.ShouldContain("您是代表");
        var stepped = await worker.PressAsync(spoke, "不当代表了");
        stepped.Path.ShouldBe(track);
        stepped.Text.ShouldContain("您不再是代表");
        stepped.HasButton("不当代表了").ShouldBeFalse();
        (await worker.PressAsync(spoke, "不当代表了")).Path.ShouldBe(track);
        (await desk.GetAsync($"/desk/requests/{filed.Reference}")).Text.ShouldContain("有一名自己不当了，还有 0 名代表，共 2 人");
        (await site.CountAsync("participant where represents_since is not null and request_id = (select id from request where reference = '" + filed.Reference + "')")).ShouldBe(0);
    }

    [Fact]
    public async Task AnAddress_CanBeSwitchedOff()
    {
        var head = await given.SubmittedAsync(city.Courier, "食堂没有热饭。");
        var page = await street.PressAsync(await street.GetAsync($"/desk/requests/{head}/participants"), "给一个加入的地址");
        var address = Join(page);
        var stopped = await street.PressAsync(page, "停用这个地址");
        stopped.Document.GetElementById("join-address").ShouldBeNull();
        using var worker = site.NewBrowser();
        (await worker.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task WhoJoins_IsNotReceivedByTheUnitItIsAbout()
    {
        var head = await given.SubmittedAsync(city.Courier, "街道把慰问金发给了亲戚。", accused: "清溪街道总工会");
        var accused = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var above = await city.AsAsync(Role.Dispatcher, city.Anhe);
        var address = Join(await above.PressAsync(await above.GetAsync($"/desk/requests/{head}/participants"), "给一个加入的地址"));
        using var worker = site.NewBrowser();
        var joined = GivenWorker.Filed.Of(await worker.PressAsync(await worker.GetAsync(address), "我也是，加进去", ("同一个单位", "on"), ("实名", "on"), ("怎么称呼您", "孙小红"), ("手机号", "13800005678")));

        (await given.ReadAsync(joined.Reference)).Owner.ShouldBe(city.Anhe);
        (await accused.GetAsync($"/desk/requests/{joined.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await above.PressAsync(await above.GetAsync($"/desk/requests/{joined.Reference}/unmerge"), "拆出来", ("为什么拆", "两回事"));
        var down = await above.PostFormAsync(await above.GetAsync("/desk/requests/register"), $"/desk/requests/{joined.Reference}/dispatch", ("Form.Unit", city.Qingxi.Value.ToString()), ("Form.Days", "2"));
        down.Text.ShouldContain("这件反映的就是这个单位，或者它的人");
    }

    [Fact]
    public async Task AnAddressThatIsMadeUpOrReplaced_OpensNothing()
    {
        var head = await given.SubmittedAsync(city.Courier, "更衣室没有门锁。");
        var first = Join(await street.PressAsync(await street.GetAsync($"/desk/requests/{head}/participants"), "给一个加入的地址"));
        Join(await street.PressAsync(await street.GetAsync($"/desk/requests/{head}/participants"), "换一个地址")).ShouldNotBe(first);
        using var worker = site.NewBrowser();
        (await worker.GetAsync(first)).Status.ShouldBe(HttpStatusCode.Gone);
        (await worker.GetAsync("/requests/join/xxxx")).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task OfFivePersons_RepresentativesAreAskedFor_AndASixthIsRefusedByTheLaw()
    {
        var head = await given.SubmittedAsync(city.Courier, "三月的高温费没有发。");
        for (var at = 0; at < 5; at++)
        {
            await MergeAsync(await given.SubmittedAsync(city.Courier, "高温费没有发。", visibility: at == 0 ? Visibility.Anonymous : Visibility.Named, name: "职工" + "甲乙丙丁戊"[at], phone: $"1990000200{at}"), head);
        }

        await site.RunJobsAsync();
        (await street.GetAsync("/notices")).Text.ShouldContain("推选不超过 5 名代表");
        var page = await street.GetAsync($"/desk/requests/{head}/participants");
        page.Text.ShouldContain("6 位职工，0 名代表");
        page.Text.ShouldContain("一位职工（匿名）");
        var six = await street.PressAsync(page, "勾上的当代表", [.. Enumerable.Range(1, 6).Select(at => ($"第 {at} 位", "on"))]);
        six.Text.ShouldContain("代表人数不得超过 5 人");
        (await site.CountAsync("participant where represents_since is not null")).ShouldBe(0);
        var five = await street.PressAsync(await street.GetAsync(page.Path), "勾上的当代表", [.. Enumerable.Range(1, 5).Select(at => ($"第 {at} 位", "on"))]);
        five.Text.ShouldContain("6 位职工，5 名代表");
    }

    private static string Join(PageAnswer page) => new Uri(page.Document.GetElementById("join-address")!.TextContent).AbsolutePath;

    private async Task MergeAsync(string other, string into, string kind = "几位职工说的是同一件事")
    {
        var page = await street.PressAsync(await street.GetAsync($"/desk/requests/{other}/merge?target={into}"), "并过去", (kind, "on"), ("凭什么看出来的", "一样的事"));
        page.Path.ShouldBe($"/desk/requests/{other}", page.Text);
    }
}
