using UnionHall.App.Demo;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Submissions;
using UnionHall.Testing;

namespace UnionHall.EndToEnd.Tests;

/// <summary>Every page of the site given what no form of it would send: in its address, in each filter and in each field. None breaks.</summary>
public sealed class NastyInputTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string[] Texts =
    [
        "\0", "a\0b", "\uFFFD", "\u202Eabc", new('长', 5000), "𠮷😡👨‍👩‍👧‍👦", "<script>alert(1)</script>", "王\r\nSet-Cookie: a=b", "' or 1=1 --", "%_\\", "{0}", "nonsense", " ",
        "-1", "0", "99999999999999999999", "1e400", "NaN", "0001-01-01", "9999-12-31", "2026-02-30", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
    ];

    // As they stand in an address; the last ones are not UTF-8.
    private static readonly string[] Escaped = [.. Texts.Select(Uri.EscapeDataString), "%FF%FE", "%ED%A0%80", "%", "%u4E00"];

    private static readonly string[] Filters =
    [
        "q", "view", "state", "type", "category", "service", "channel", "visibility", "unit", "assignee", "from", "to", "after", "before", "page", "words", "kind", "token", "returnUrl", "handler", "way", "show",
        "code", "user", "request", "id", "on", "Form.WorksAt", "Form.Service", "Form.Words", "Form.District", "Form.Answers[x]", "subject", "what", "who",
    ];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Dictionary<Role, Browser> browsers = [];
    private readonly List<string> broken = [];

    [Fact]
    public async Task NoPageBreaks_WhateverItIsGiven()
    {
        await site.WithAsync<IDemoData>(demo => demo.LoadAsync(stop));
        var city = await site.WithAsync<UnitDirectory, UnitId>(async units => (await units.FindByCodeAsync("LJ", stop))!.UnitId);
        foreach (var role in new[] { Role.Chair, Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin, Role.Agent, Role.FollowUpCaller })
        {
            browsers[role] = await site.StaffBrowserAsync(role, city);
        }

        foreach (var page in await PageAddress.AllAsync(site))
        {
            var browser = browsers.First(one => page.Needs is not { } needed || one.Key.Allows(needed)).Value;
            var address = page.Pattern.Contains("{kind}", StringComparison.Ordinal) ? page.With("units")
                : page.Pattern.Contains('{', StringComparison.Ordinal) ? page.With(await DemoKeys.OfAsync(site, page.Pattern) ?? Guid.CreateVersion7().ToString())
                : page.Pattern;
            await AskAsync(browser, page, address);
            await SendAsync(browser, address);
            using var odd = new HttpRequestMessage(HttpMethod.Options, new Uri(address, UriKind.Relative));
            using var answer = await browser.SendRawAsync(odd);
            Note($"OPTIONS {address}", (int)answer.StatusCode);
        }

        broken.ShouldBeEmpty();
    }

    /// <summary>The address with a nasty key, and with each text in all filters at once.</summary>
    private async Task AskAsync(Browser browser, PageAddress page, string address)
    {
        foreach (var text in Escaped)
        {
            await JudgeAsync(browser, $"{address}?{string.Join('&', Filters.Select(filter => filter + "=" + (text.Length > 1000 ? text[..900] : text)))}");
            // A NUL in the path is refused by the server before the site sees it.
            if (page.Pattern.Contains('{', StringComparison.Ordinal) && !text.Contains("%00", StringComparison.Ordinal))
            {
                await JudgeAsync(browser, page.With(text.Length > 1000 ? text[..900] : text));
            }
        }
    }

    /// <summary>Each form of the page with one text in all of its fields.</summary>
    private async Task SendAsync(Browser browser, string address)
    {
        var page = await browser.GetAsync(address);
        foreach (var form in page.Document.QuerySelectorAll("form[method=post]").Where(form => form.GetAttribute("action")?.Contains("sign-out", StringComparison.Ordinal) != true))
        {
            var names = form.QuerySelectorAll("input[name], textarea[name], select[name], button[name]").Select(field => field.GetAttribute("name")!)
                .Where(name => name is not (SubmissionKey.Field or "__RequestVerificationToken")).Distinct().ToList();
            string[] targets = [form.GetAttribute("action") ?? address, .. form.QuerySelectorAll("[formaction]").Select(button => button.GetAttribute("formaction")!).Distinct()];
            foreach (var target in targets)
            {
                foreach (var text in Texts)
                {
                    await PostAsync(browser, page, target.Length == 0 ? address : target, names, text);
                }
            }
        }
    }

    /// <summary>As parts: nothing is escaped, everything arrives.</summary>
    private async Task PostAsync(Browser browser, PageAnswer page, string target, List<string> names, string text)
    {
        using var parts = new MultipartFormDataContent
        {
            { new StringContent(page.ValueOf("__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(Guid.CreateVersion7().ToString()), SubmissionKey.Field },
        };
        foreach (var name in names)
        {
            parts.Add(new StringContent(text), name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page.Address, target)) { Content = parts };
        using var answer = await browser.SendRawAsync(request);
        Note($"POST {target} {text[..Math.Min(20, text.Length)]}", (int)answer.StatusCode);
    }

    private async Task JudgeAsync(Browser browser, string address) => Note($"GET {address[..Math.Min(160, address.Length)]}", (int)(await browser.GetAsync(address)).Status);

    private void Note(string what, int status)
    {
        if (status >= 500)
        {
            broken.Add($"{status} {what}");
        }
    }
}
