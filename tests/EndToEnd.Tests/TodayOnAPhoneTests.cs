using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>今天 on the phone of somebody of the desk: a row is a card, its facts below each other.</summary>
public sealed class TodayOnAPhoneTests(LiveSite site)
{
    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/requests")]
    public async Task NothingOfARowLiesOnAnother(string address)
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var chair = await site.PhoneAsync();
        await chair.SignInAsync("city.chair", DemoCity.Password);
        await chair.GoAsync(address);

        (await chair.Page.Locator(".uh-inbox tbody tr").CountAsync()).ShouldBeGreaterThan(3);
        (await chair.Page.EvaluateAsync<int>(
            """
            [...document.querySelectorAll('.uh-inbox tbody tr')].filter(row => {
              const [due, title] = [row.querySelector('.due b'), row.querySelector('a.t')].map(part => part.getBoundingClientRect())
              return due.bottom > title.top + 1 && due.right > title.left
            }).length
            """)).ShouldBe(0);
    }
}
