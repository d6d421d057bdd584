using System.Net;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.WeChat.ChangeWeChatAnswer;

/// <summary>/admin/wechat/answers: what the official account says by itself.</summary>
public sealed class ChangeWeChatAnswerTests(WeChatSite site) : IClassFixture<WeChatSite>
{
    private static long number = 9000;

    [Fact]
    public async Task AWord_IsAnswered_UntilItIsTakenAway()
    {
        var city = await site.UnitAsync("临江市总工会", UnitKind.Federation);
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city);
        using var guard = await site.StaffBrowserAsync(Role.SecurityAdmin, city);
        (await guard.GetAsync("/admin/wechat/answers")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var page = await SendAsync(admin, "法律援助", "周一到周五 9:00–17:00，打开 {本站} 预约。", "办公会 9 月");
        page.Text.ShouldContain("周一到周五 9:00–17:00");
        (await SayAsync(" 法律援助 ")).ShouldBe("周一到周五 9:00–17:00，打开 https://gh.example.cn 预约。");

        (await SendAsync(admin, "法律援助", "", "办公会 9 月")).Text.ShouldContain("去掉");
        (await SayAsync("法律援助")).ShouldStartWith("收到您的消息了");
    }

    [Theory]
    [InlineData("", "答", "办公会 9 月", "职工发来的词", "写职工会发来的词，最多 20 个字。")]
    [InlineData("没有的词", "", "办公会 9 月", "怎么答", "答复还没写。")]
    [InlineData("词", "答", "", "依据", "依据还没写。写文件的名称和文号，没有文件就写哪次会议定的。")]
    public async Task Post_WhatIsNone_SaysWhyAtTheField(string word, string words, string basis, string label, string sentence)
    {
        var city = await site.UnitAsync("临江市总工会", UnitKind.Federation);
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city);

        (await SendAsync(admin, word, words, basis)).ErrorAt(label).ShouldBe(sentence);
    }

    private static async Task<PageAnswer> SendAsync(Browser admin, string word, string words, string basis) =>
        await admin.PressAsync(await admin.GetAsync("/admin/wechat/answers"), "改", ("职工发来的词", word), ("怎么答", words), ("依据", basis));

    private async Task<string> SayAsync(string words)
    {
        var answer = await site.Sender.PushAsync(site.NewBrowser(), site.Sender.Text("oWord", words, ++number));
        return WeChatXml.Read(site.Sender.Open(WeChatXml.Read(answer.Body)!["Encrypt"]))!["Content"];
    }
}
