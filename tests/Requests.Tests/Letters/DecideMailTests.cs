using System.Net;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Letters;

/// <summary>/desk/mail: what was not taken in, and what its readers make of it.</summary>
public sealed class DecideMailTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task WhatWaits_IsReadByReadersOnly_AndMadeARequest()
    {
        var given = await GivenLetters.BuildAsync(site);
        (await given.LetterAsync("夜班没有车。\r\n\r\n-- \r\n小李", subject: "夜班的车", from: "一位职工")).ShouldBeNull();

        var list = await given.Clerk.GetAsync("/desk/mail");
        list.Text.ShouldContain("没有写明能回信的发件人。");
        var address = list.LinkTo("夜班的车");
        (await given.Other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await given.Other.GetAsync("/desk/mail")).Text.ShouldContain("没有归您看的信箱");
        var form = await given.Other.GetAsync("/requests/submit");
        (await given.Other.PostFormAsync(form, address)).Status.ShouldBe(HttpStatusCode.NotFound);

        var made = await given.Clerk.PressAsync(await given.Clerk.GetAsync(address), "收成一件诉求");
        var letter = await given.LatestAsync();
        made.Path.ShouldBe("/desk/requests/" + letter.Reference);
        letter.Words.ShouldBe("夜班没有车。");
        letter.Channel.ShouldBe(Channel.Mail);
        (await given.Clerk.GetAsync("/desk/mail")).Text.ShouldContain("没有等您看的信");
    }

    [Fact]
    public async Task WhatIsThrownAway_IsTakenBack()
    {
        var given = await GivenLetters.BuildAsync(site);
        await given.LetterAsync("我外出了。", subject: "自动回复：外出", from: "robot@example.com", headers: "Auto-Submitted: auto-replied");
        var address = (await given.Clerk.GetAsync("/desk/mail")).LinkTo("自动回复：外出");

        var list = await given.Clerk.PressAsync(await given.Clerk.GetAsync(address), "丢掉");
        list.Text.ShouldContain("丢掉了");
        (await given.Clerk.GetAsync(address)).HasButton("丢掉").ShouldBeFalse();
        await given.Clerk.PressAsync(await given.Clerk.GetAsync(address), "拿回来");

        (await given.Clerk.GetAsync(address)).HasButton("丢掉").ShouldBeTrue();
        (await given.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task TheLetterAsItCame_IsShownToReaders_NotToWhomItWasHandedOnTo()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync("食堂的菜是馊的。\r\n\r\n-- \r\n装配二班 王大力 13800001111")).ShouldNotBeNull();
        await new GivenRequests(site).DispatchedAsync(letter.Reference, given.City.Qingxi);
        var qingxi = await given.City.AsAsync(Platform.Security.Role.Handler, given.City.Qingxi);

        var page = await given.Chair.GetAsync((await given.Chair.GetAsync("/desk/requests/" + letter.Reference)).LinkTo("看原信"));
        page.Text.ShouldContain("wang@example.com");
        page.Text.ShouldContain("食堂的菜是馊的。");

        (await qingxi.GetAsync("/desk/requests/" + letter.Reference)).Text.ShouldNotContain("看原信");
        (await qingxi.GetAsync($"/desk/requests/{letter.Reference}/letters")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
