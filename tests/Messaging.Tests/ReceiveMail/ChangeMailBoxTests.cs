using System.Net;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.ReceiveMail;

/// <summary>/admin/mail-boxes: where letters are received, and who reads them.</summary>
public sealed class ChangeMailBoxTests(MailSite site) : IClassFixture<MailSite>
{
    private const string Page = "/admin/mail-boxes/change";
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ABox_IsOpened_AndReadByWhoIsNamed_AsLongAsHeHoldsHisPost()
    {
        var (city, chair, clerk) = await CityAsync("甲");
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city);
        using var guard = await site.StaffBrowserAsync(Role.SecurityAdmin, city);
        (await guard.GetAsync("/admin/mail-boxes")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var opened = await FillAsync(admin, "Zhuxi@JIA.example.cn", "甲市总工会", "周正", "林静");
        opened.Path.ShouldBe("/admin/mail-boxes");
        opened.Text.ShouldContain("zhuxi@jia.example.cn");
        opened.Text.ShouldContain("看信的：周正（主席）、林静");

        var box = await BoxAsync("zhuxi@jia.example.cn");
        (await site.WithAsync<MailRoom, IReadOnlyCollection<AccountId>>(room => room.ReadersAsync(box, stop))).ShouldBe([chair, clerk], ignoreOrder: true);

        var form = await admin.GetAsync(opened.LinkTo("主席信箱 甲市总工会"));
        (await admin.PressAsync(form, "存下", ("代看的同志", ""), ("依据", "主席办公会 10 月"))).Text.ShouldContain("信箱改好了");
        (await site.WithAsync<MailRoom, IReadOnlyCollection<AccountId>>(room => room.ReadersAsync(box, stop))).ShouldBe([chair]);
        (await admin.GetAsync("/admin/mail-boxes")).Text.ShouldContain("林静");
    }

    [Fact]
    public async Task Post_OverWhatSomebodyElseChanged_IsRefused()
    {
        var (city, _, _) = await CityAsync("乙");
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city);
        var list = await FillAsync(admin, "zhuxi@yi.example.cn", "乙市总工会", "周正", "");
        var (first, second) = (await admin.GetAsync(list.LinkTo("主席信箱 乙市总工会")), await admin.GetAsync(list.LinkTo("主席信箱 乙市总工会")));

        await admin.PressAsync(first, "存下", ("名称", "主席的信箱"), ("依据", "主席办公会 10 月"));

        (await admin.PressAsync(second, "存下", ("名称", "又一个名称"), ("依据", "主席办公会 10 月"))).Text.ShouldContain("您打开以后，别人改过这个信箱");
    }

    [Theory]
    [InlineData("不是地址", "主席信箱", "丙市总工会", "周正", "主席办公会", "信箱地址", "要写完整的邮件地址，像 zhuxi@gh.example.cn，里面不带加号。")]
    [InlineData("a+b@bing.example.cn", "主席信箱", "丙市总工会", "周正", "主席办公会", "信箱地址", "要写完整的邮件地址，像 zhuxi@gh.example.cn，里面不带加号。")]
    [InlineData("a@bing.example.cn", "", "丙市总工会", "周正", "主席办公会", "名称", "名称还没写，像“主席信箱”。")]
    [InlineData("a@bing.example.cn", "主席信箱", "没有的单位", "周正", "主席办公会", "哪个单位的", "您管的单位里没有“没有的单位”，填单位的全称或编码。")]
    [InlineData("a@bing.example.cn", "主席信箱", "丙市总工会", "", "主席办公会", "主席", "主席还没写：信是写给谁的，就写谁。")]
    [InlineData("a@bing.example.cn", "主席信箱", "丙市总工会", "赵六", "主席办公会", "主席", "“赵六”在这个单位没有能看诉求的职务，先请账号管理员给他任职，或者写另一位。")]
    [InlineData("a@bing.example.cn", "主席信箱", "丙市总工会", "周正", "", "依据", "依据还没写。写文件的名称和文号，没有文件就写哪次会议定的。")]
    public async Task Post_WhatIsNone_SaysWhyAtTheField(string address, string name, string unit, string chair, string basis, string label, string sentence)
    {
        var (city, _, _) = await CityAsync("丙");
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city);
        var code = await CodeAsync(city);

        var page = await admin.PressAsync(await admin.GetAsync(Page), "开信箱", ("信箱地址", address), ("名称", name), ("哪个单位的", unit == "丙市总工会" ? code : unit), ("主席", chair), ("依据", basis));

        page.ErrorAt(label).ShouldBe(sentence);
    }

    [Fact]
    public async Task ABoxOfAnotherDistrict_IsNotThere()
    {
        var (city, _, _) = await CityAsync("丁");
        var district = await site.UnitAsync("丁市东区总工会", UnitKind.District, city);
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city);
        using var below = await site.StaffBrowserAsync(Role.SystemAdmin, district);
        var list = await FillAsync(admin, "zhuxi@ding.example.cn", "丁市总工会", "周正", "");

        (await below.GetAsync("/admin/mail-boxes")).Text.ShouldNotContain("zhuxi@ding.example.cn");
        (await below.GetAsync(list.LinkTo("主席信箱 丁市总工会"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await FillAsync(admin, "zhuxi@ding.example.cn", "丁市总工会", "周正", "")).ErrorAt("信箱地址").ShouldBe("这个地址已经是别的信箱了，换一个。");
    }

    private async Task<PageAnswer> FillAsync(Browser admin, string address, string unit, string chair, string clerks) =>
        await admin.PressAsync(await admin.GetAsync(Page), "开信箱", ("信箱地址", address), ("名称", "主席信箱"), ("哪个单位的", unit), ("主席", chair), ("代看的同志", clerks), ("依据", "主席办公会 9 月"));

    private async Task<(UnitId City, AccountId Chair, AccountId Clerk)> CityAsync(string name)
    {
        var city = await site.UnitAsync(name + "市总工会", UnitKind.Federation);
        var (chair, clerk) = (await site.StaffAsync(UserName(), "周正"), await site.StaffAsync(UserName(), "林静"));
        await site.PostAsync(chair, "周正", Role.Chair, city);
        await site.PostAsync(clerk, "林静", Role.Dispatcher, city);
        return (city, chair, clerk);
    }

    private Task<string> CodeAsync(UnitId unit) => site.WithAsync<UnitDirectory, string>(async units => (await units.FindAsync(unit, stop))!.Code);

    private Task<MailBoxId> BoxAsync(string address) => site.WithAsync<UnionHall.Messaging.ReceiveMail.Data.MailDb, MailBoxId>(db =>
        Task.FromResult(db.Boxes.Single(box => box.Address == address).Id));

    private static string UserName() => "u" + Guid.CreateVersion7().ToString("N")[^12..];
}
