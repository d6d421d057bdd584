using System.Text.RegularExpressions;
using UnionHall.Testing;

namespace UnionHall.EndToEnd.Tests;

/// <summary>Two nodes on one database are one site: what is done on one is seen, and heard, on the other; the one that stays serves on.</summary>
public sealed partial class TwoNodesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("unionhall-nodes-").FullName;
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task ADispatchOnOne_ShowsOnTheOther_AndOutlivesTheFirst()
    {
        using var first = new SiteProcess(Path.Combine(folder, "data"));
        using var second = new SiteProcess(Path.Combine(folder, "data"));
        await first.StartAsync(stop);
        await second.StartAsync(stop);
        using var dispatcher = Browser.At(first.Address);
        await SignInAsync(dispatcher, "city.dispatcher");
        using var watcher = Browser.At(second.Address);
        await SignInAsync(watcher, "city.chair");
        using var live = await watcher.SendRawAsync(new HttpRequestMessage(HttpMethod.Get, "/live/desk"));
        using var signals = new StreamReader(await live.Content.ReadAsStreamAsync(stop));

        var reference = await DispatchOneAsync(dispatcher);

        await HeardAsync(signals);
        (await watcher.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("待签收");

        await PresenceAsync(dispatcher, watcher, reference);

        await first.KillAsync(stop);
        (await watcher.GetAsync("/desk/requests?view=all&state=dispatched&q=" + reference)).Text.ShouldContain(reference);
        var audit = await second.VerbAsync(stop, "audit", "verify");
        audit.Code.ShouldBe(0, audit.Said);
        (await second.StopAsync(stop)).ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task SignInAsync(Browser browser, string name)
    {
        var page = await browser.GetAsync("/sign-in");
        (await browser.PressAsync(page, "登录", ("手机号或账号", name), ("密码", "Laojia-2026"))).Path.ShouldNotBe("/sign-in");
    }

    /// <summary>Who writes on one node is seen on the other, whose open page is told to look.</summary>
    private async Task PresenceAsync(Browser writer, Browser watcher, string reference)
    {
        var presence = $"/desk/requests/{reference}/presence";
        await watcher.PostFormAsync(await watcher.GetAsync("/desk/requests/register"), presence + "?writes=false");
        using var live = await watcher.SendRawAsync(new HttpRequestMessage(HttpMethod.Get, "/live/notices"));
        using var signals = new StreamReader(await live.Content.ReadAsStreamAsync(stop));
        await writer.PostFormAsync(await writer.GetAsync("/desk/requests/register"), presence + "?writes=true");
        await HeardAsync(signals);
        (await watcher.GetAsync(presence)).Text.ShouldContain("在写答复");
    }

    /// <summary>Sends on the first that waits and can be sent as the page proposes it.</summary>
    private static async Task<string> DispatchOneAsync(Browser dispatcher)
    {
        var refusals = new List<string>();
        foreach (var link in (await dispatcher.GetAsync("/desk/requests?view=waiting")).Document.QuerySelectorAll("[data-list] a[data-open]"))
        {
            var page = await dispatcher.GetAsync(link.GetAttribute("href") + "/dispatch");
            if (page.HasButton("派出去"))
            {
                var answer = await dispatcher.PressAsync(page, "派出去");
                if (answer.Path == link.GetAttribute("href"))
                {
                    return Reference().Match(answer.Path).Value;
                }

                refusals.Add(answer.Text);
            }
        }

        throw new InvalidOperationException("Nothing could be sent on: " + string.Join('\n', refusals));
    }

    private async Task HeardAsync(StreamReader signals)
    {
        while (await signals.ReadLineAsync(stop) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail("The stream ended without a word.");
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{6}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
