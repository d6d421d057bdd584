using UnionHall.Organisation;
using UnionHall.Testing;

namespace UnionHall.People.Tests.CorrectProfile;

public sealed class CorrectProfileTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Get_WithoutSignIn_AsksToSignIn()
    {
        using var browser = site.NewBrowser();

        (await browser.GetAsync("/account/profile")).Path.ShouldBe("/sign-in?returnUrl=%2Faccount%2Fprofile");
    }

    [Fact]
    public async Task Get_Staff_AreNoPersonsHere()
    {
        await site.StaffAsync("staffonly");
        using var browser = await site.SignedInAsync("staffonly");

        (await browser.GetAsync("/account/profile")).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Post_NameAndUnit_AreKeptAndGreetTheWorker()
    {
        var city = await site.UnitAsync("明州市总工会", UnitKind.Federation);
        await site.UnitAsync("明州快运分拨中心工会", UnitKind.Primary, city);
        using var browser = await site.WorkerBrowserAsync("13700000001");

        await SaveAsync(browser, ("姓名", "司马懿"), ("在哪儿上班", "分拨中心"));

        var page = await browser.GetAsync("/account/profile");
        page.ValueOf("姓名").ShouldBe("司马懿");
        page.ValueOf("在哪儿上班").ShouldBe("明州快运分拨中心工会");
        (await browser.GetAsync("/account")).Text.ShouldContain("司马师傅");
        (await SaveAsync(browser, ("在哪儿上班", ""))).ValueOf("在哪儿上班").ShouldBe("");
    }

    [Fact]
    public async Task Post_NameOfSeveralUnits_LetsHimPickAndNothingTypedIsLost()
    {
        var city = await site.UnitAsync("清州市总工会", UnitKind.Federation);
        await site.UnitAsync("清州大饭店东店工会", UnitKind.Primary, city);
        var west = await site.UnitAsync("清州大饭店西店工会", UnitKind.Primary, city);
        using var browser = await site.WorkerBrowserAsync("13700000002");

        var unclear = await SaveAsync(browser, ("姓名", "李改名"), ("在哪儿上班", "清州大饭店"));

        unclear.ErrorAt("在哪儿上班").ShouldBe("叫这个名的有几家，从下面选一个。");
        unclear.ValueOf("姓名").ShouldBe("李改名");
        var saved = await browser.PressAsync(unclear, "就改成这样", ("清州大饭店西店工会", "true"));
        saved.ValueOf("在哪儿上班").ShouldBe("清州大饭店西店工会");
        saved.Document.QuerySelector("input[name='Form.Unit']")!.GetAttribute("value").ShouldBe(west.Value.ToString());
    }

    [Fact]
    public async Task Post_UnknownUnit_SaysWhatToDo()
    {
        using var browser = await site.WorkerBrowserAsync("13700000003");

        (await SaveAsync(browser, ("在哪儿上班", "没有这家"))).ErrorAt("在哪儿上班").ShouldNotBeNull().ShouldContain("没有找到“没有这家”");
    }

    [Fact]
    public async Task Post_NewPhone_AsksForThePasswordAndMovesTheSignIn()
    {
        using var browser = await site.WorkerBrowserAsync("13700000004");

        (await SaveAsync(browser, ("手机号", "13700000005"))).ErrorAt("现在的密码").ShouldNotBeNull().ShouldContain("登录用的");
        (await SaveAsync(browser, ("手机号", "13700000005"), ("现在的密码", "Wrong-1word"), ("姓名", "偷偷改"))).ErrorAt("现在的密码").ShouldNotBeNull();
        (await browser.GetAsync("/account/profile")).ValueOf("姓名").ShouldBe("王建华");
        (await SaveAsync(browser, ("手机号", "13700000005"), ("现在的密码", GivenAccounts.Password))).ValueOf("手机号").ShouldBe("13700000005");

        using var later = site.NewBrowser();
        (await later.SignInAsync("13700000004")).Path.ShouldBe("/sign-in");
        (await later.SignInAsync("13700000005")).Path.ShouldBe("/");
    }

    [Fact]
    public async Task Post_PhoneOfAnother_IsRefused()
    {
        using var other = await site.WorkerBrowserAsync("13700000006");
        using var browser = await site.WorkerBrowserAsync("13700000007");

        (await SaveAsync(browser, ("手机号", "13700000006"), ("现在的密码", GivenAccounts.Password))).ErrorAt("手机号").ShouldBe("这个手机号现在用不了。换一个，或打 12351 问问。");
    }

    [Theory]
    [InlineData("110105194912310021", "最后一位对不上")]
    [InlineData("11010519491231002", "现在 17 位")]
    [InlineData("110105194913310021", "日历上对不上")]
    public async Task Post_WrongIdNumber_SaysWhatIsWrong(string number, string words)
    {
        using var browser = await site.WorkerBrowserAsync("1360000" + Math.Abs(number.GetHashCode(StringComparison.Ordinal) % 10000).ToString("D4", System.Globalization.CultureInfo.InvariantCulture));

        var answer = await SaveAsync(browser, ("身份证号", number));

        answer.ErrorAt("身份证号").ShouldNotBeNull().ShouldContain(words);
        answer.ValueOf("身份证号").ShouldBe(number);
    }

    [Fact]
    public async Task Post_IdNumber_IsKeptMaskedAndCanBeForgotten()
    {
        using var browser = await site.WorkerBrowserAsync("13700000008");

        var saved = await SaveAsync(browser, ("身份证号", "11010519491231002x"));

        saved.ValueOf("身份证号").ShouldBe("");
        saved.Text.ShouldContain("110***********002X");
        saved.Body.ShouldNotContain("11010519491231002");
        (await SaveAsync(browser, ("删掉记下的身份证号", "true"))).Text.ShouldNotContain("002X");
    }

    private static async Task<PageAnswer> SaveAsync(Browser browser, params (string Label, string Value)[] fields) =>
        await browser.PressAsync(await browser.GetAsync("/account/profile"), "就改成这样", fields);
}
