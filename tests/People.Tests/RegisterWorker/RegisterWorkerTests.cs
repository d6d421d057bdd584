using UnionHall.Testing;

namespace UnionHall.People.Tests.RegisterWorker;

public sealed class RegisterWorkerTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Post_FilledIn_MakesAnAccountThatSignsIn()
    {
        using var browser = site.NewBrowser();

        (await browser.RegisterAsync("138 0013 8001", "欧阳娜娜")).Path.ShouldBe("/sign-in");

        (await browser.SignInAsync("+86 13800138001")).Path.ShouldBe("/");
        (await browser.GetAsync("/account")).Text.ShouldContain("欧阳师傅");
        (await browser.GetAsync("/account/profile")).ValueOf("姓名").ShouldBe("欧阳娜娜");
    }

    [Fact]
    public async Task Post_NumberThatHasAnAccount_GetsTheSameAnswerAndChangesNothing()
    {
        using var owner = await site.WorkerBrowserAsync("13800138002", "王建华");
        using var stranger = site.NewBrowser();

        var fresh = await stranger.RegisterAsync("13800138003", "张三");
        var taken = await stranger.RegisterAsync("13800138002", "张三", "Other-9pass");

        taken.Path.ShouldBe(fresh.Path);
        taken.Text.ShouldBe(fresh.Text);
        (await stranger.SignInAsync("13800138002", "Other-9pass")).Path.ShouldBe("/sign-in");
        (await owner.GetAsync("/account/profile")).ValueOf("姓名").ShouldBe("王建华");
    }

    [Theory]
    [InlineData("王\r\n建华", "姓名里有换行，写在一行里就好。")]
    [InlineData("<script>", "姓名里有“<”，名字里用不到它，麻烦改一下。")]
    [InlineData("王\u200B建华", "姓名里有看不见的字符，删掉重新打一遍就好。")]
    [InlineData(" ", "姓名还没填。")]
    public async Task Post_NameThatIsNone_SaysWhyAtTheField(string name, string sentence)
    {
        using var browser = site.NewBrowser();

        var answer = await PostAsync(browser, name, "13800138004", GivenAccounts.Password, "true");

        answer.ErrorAt("姓名").ShouldBe(sentence);
        answer.ValueOf("手机号").ShouldBe("13800138004");
        answer.ValueOf("密码").ShouldBe("");
        answer.Document.QuerySelectorAll("[data-errors] a[href='#Form_Name']").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("买买提·艾力")]
    [InlineData("𠮷野")]
    [InlineData("㐂")]
    [InlineData("Anne-Marie O'Neil")]
    public async Task Post_RareNames_AreTakenAsTheyAre(string name)
    {
        using var browser = await site.WorkerBrowserAsync("139" + Math.Abs(name.Length * 7919 + name[0]).ToString("D8", System.Globalization.CultureInfo.InvariantCulture), name);

        (await browser.GetAsync("/account/profile")).ValueOf("姓名").ShouldBe(name);
    }

    [Fact]
    public async Task Post_ShortPhone_CountsTheDigits()
    {
        using var browser = site.NewBrowser();

        (await browser.RegisterAsync("1380013800")).ErrorAt("手机号").ShouldBe("手机号是 11 位，现在 10 位。");
    }

    [Fact]
    public async Task Post_WeakPassword_SaysWhichRule()
    {
        using var browser = site.NewBrowser();

        (await browser.RegisterAsync("13800138005", password: "13800138005aA")).ErrorAt("密码").ShouldNotBeNull().ShouldContain("手机号");
        (await browser.RegisterAsync("13800138005", password: "abc")).ErrorAt("密码").ShouldNotBeNull().ShouldContain("至少 8 个");
    }

    [Fact]
    public async Task Post_WithoutTheTick_MakesNothing()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/register");
        page.Field("看过了，同意").HasAttribute("checked").ShouldBeFalse();

        var answer = await browser.PressAsync(page, "注册", ("姓名", "张三"), ("手机号", "13800138006"), ("密码", GivenAccounts.Password));

        answer.Text.ShouldContain("同意的话打个勾");
        (await browser.SignInAsync("13800138006")).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Post_TwiceAtOnce_MakesOneAccount()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/register");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(browser, "张三", "13800138007", GivenAccounts.Password, "true", page)));

        answers.ShouldAllBe(answer => answer.Path == "/sign-in");
        (await browser.SignInAsync("13800138007")).Path.ShouldBe("/");
    }

    private static async Task<PageAnswer> PostAsync(Browser browser, string name, string phone, string password, string agrees, PageAnswer? page = null) => await browser.PostFormAsync(
        page ?? await browser.GetAsync("/register"), "/register", ("Form.Name", name), ("Form.Phone", phone), ("Form.Password", password), ("Form.Agrees", agrees));
}
