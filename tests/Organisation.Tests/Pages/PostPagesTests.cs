using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.Pages;

public sealed class PostPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly Given given = new(site);

    [Fact]
    public async Task Give_FindsPersonAndUnit_ShowsWhatItAllows_ThenGives()
    {
        var (browser, city) = await CityAsync();
        var street = await given.UnitAsync(city, UnitKind.Street, "清溪街道总工会");
        var account = await site.StaffAsync("give.one", "周给职");
        var page = await browser.GetAsync("/admin/posts/give");
        var people = await browser.PressAsync(page, "找人", ("找人", "周给"), ("找单位", "清溪"));
        people.Path.ShouldBe("/admin/posts/give?handler=Look");
        var preview = await browser.PressAsync(people, "看看会改什么", ("周给职", "on"), ("清溪街道总工会", "on"), ("角色", "handler"), ("职务名称", "干事"));
        preview.Text.ShouldContain("周给职从 2026-09-18 起，是清溪街道总工会的经办人");
        preview.Text.ShouldContain("可以：看诉求、办理和答复");
        (await given.ActorAsync(account)).IsStaff.ShouldBeFalse();

        (await browser.PressAsync(preview, "任职")).Text.ShouldContain("周给职是清溪街道总工会的经办人了");
        (await given.ActorAsync(account)).Grants.ShouldHaveSingleItem().Unit.ShouldBe(street);
        var list = await browser.GetAsync("/admin/posts?q=周给职");
        list.Text.ShouldContain("干事");
    }

    [Fact]
    public async Task Give_ASecondAdministratorRole_SaysWhyAtTheField()
    {
        var (browser, city) = await CityAsync();
        var account = await site.StaffAsync("give.two", "吴两员");
        await given.StaffAsync(city, Role.AuditAdmin, "吴两员", account: account);
        var page = await browser.GetAsync($"/admin/posts/give?Form.Account={account.Value}");
        var refused = await browser.PressAsync(page, "看看会改什么", ("吴两员", "on"), ("青川市总工会", "on"), ("角色", "system-admin"));
        refused.ErrorAt("角色").ShouldNotBeNull().ShouldContain("三员要由不同的人担任");
    }

    [Fact]
    public async Task Delegate_TakeBack_AndEnd()
    {
        var (browser, city) = await CityAsync();
        var (holder, post) = await given.GiveAsync(city, Role.Chair, "郑主席", true, await site.StaffAsync("lend.one", "郑主席"));
        var borrower = await site.StaffAsync("lend.two", "王代理");
        var page = await browser.PressAsync(await browser.GetAsync($"/admin/posts/{post.Value.Value}/delegate"), "找人", ("找人", "王代理"));
        var missing = await browser.PressAsync(page, "委托给他", ("王代理", "on"), ("为什么", "休假"));
        missing.ErrorAt("最后一天").ShouldBe("委托要有最后一天。");
        var lent = await browser.PressAsync(page, "委托给他", ("王代理", "on"), ("最后一天", "2026-09-25"), ("为什么", "休假"));
        lent.Text.ShouldContain("委托给王代理");
        (await given.ActorAsync(borrower)).Grants.ShouldHaveSingleItem().DelegatedBy.ShouldBe(holder);

        var list = await browser.GetAsync("/admin/posts?q=郑主席");
        (await browser.PressAsync(await browser.GetAsync(list.LinkTo("收回")), "收回委托")).Text.ShouldContain("委托收回了");
        (await given.ActorAsync(borrower)).IsStaff.ShouldBeFalse();

        (await browser.PressAsync(await browser.GetAsync($"/admin/posts/{post.Value.Value}/end"), "免去这个职务", ("为什么", "退休"))).Text.ShouldContain("不再是青川市总工会的主席");
        (await given.ActorAsync(holder)).IsStaff.ShouldBeFalse();
    }

    [Fact]
    public async Task HandOver_GivesEverythingToTheSuccessor()
    {
        var (browser, city) = await CityAsync();
        var leaver = await site.StaffAsync("leave.one", "孙离任");
        await given.StaffAsync(city, Role.Handler, "孙离任", account: leaver);
        await given.StaffAsync(city, Role.Dispatcher, "孙离任", account: leaver);
        var successor = await site.StaffAsync("leave.two", "李接手");
        var found = await browser.PressAsync(await browser.GetAsync("/admin/posts/hand-over"), "找人", ("找人", "孙离任"));
        var chosen = await browser.PressAsync(found, "下一步", ("孙离任", "on"));
        chosen.Text.ShouldContain("派单员");
        var people = await browser.PressAsync(chosen, "找人", ("找人", "李接手"));
        var done = await browser.PressAsync(people, "全部交给他", ("李接手", "on"), ("为什么", "调离"));
        done.Text.ShouldContain("孙离任的 2 个职务交给了李接手");
        (await given.ActorAsync(leaver)).IsStaff.ShouldBeFalse();
        (await given.ActorAsync(successor)).Grants.Count.ShouldBe(2);
    }

    private async Task<(Browser Browser, UnitId City)> CityAsync()
    {
        var city = await given.UnitAsync(name: "青川市总工会");
        return (await site.StaffBrowserAsync(Role.SecurityAdmin, city), city);
    }
}
