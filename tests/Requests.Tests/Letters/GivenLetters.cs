using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Letters;

/// <summary>A district's chair with a mailbox, a clerk who reads it with her, and a dispatcher of the same district who does not.</summary>
internal sealed class GivenLetters
{
    private static int number;

    private readonly TestSite site;
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private GivenLetters(TestSite site) => this.site = site;

    public GivenCity City { get; private set; } = null!;

    public MailBoxId Box { get; private set; }

    public string Address { get; private set; } = "";

    public Browser Chair { get; private set; } = null!;

    public Browser Clerk { get; private set; } = null!;

    /// <summary>Holds the same post as the clerk, but was not named.</summary>
    public Browser Other { get; private set; } = null!;

    public AccountId ClerkAccount { get; private set; }

    public AccountId OtherAccount { get; private set; }

    public static async Task<GivenLetters> BuildAsync(TestSite site)
    {
        var given = new GivenLetters(site) { City = await GivenCity.BuildAsync(site) };
        (given.Chair, _) = await given.StaffAsync("周正", Role.Chair);
        (given.Clerk, given.ClerkAccount) = await given.StaffAsync("林静", Role.Dispatcher);
        (given.Other, given.OtherAccount) = await given.StaffAsync("何平", Role.Dispatcher);
        given.Address = $"chair{Interlocked.Increment(ref number)}@anhe.example.cn";
        given.Box = await site.MailBoxAsync(given.City.Anhe, given.Address, "周正", "林静");
        return given;
    }

    /// <summary>A worker's letter, stored and worked on. Answers what it became; null for none.</summary>
    public async Task<Request?> LetterAsync(string text, string subject = "反映食堂的事", string from = "王大力 <wang@example.com>", string headers = "X-None: 1", string? to = null)
    {
        var before = await CountAsync();
        await site.MailAsync(to ?? Address, $"From: {from}", $"To: {to ?? Address}", $"Subject: {subject}", $"Message-ID: <{Guid.CreateVersion7():N}@example.com>", headers, "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "", text);
        await site.RunJobsAsync();
        return await CountAsync() == before ? null : await LatestAsync();
    }

    public Task<Request> LatestAsync() => site.WithAsync<RequestsDb, Request>(db =>
        db.Requests.AsNoTracking().Include(row => row.Orders).Include(row => row.Timeline).Where(row => row.MailBoxId == Box).OrderByDescending(row => row.Id).FirstAsync(stop));

    public Task<int> CountAsync() => site.WithAsync<RequestsDb, int>(db => db.Requests.CountAsync(row => row.MailBoxId == Box, stop));

    private async Task<(Browser Browser, AccountId Account)> StaffAsync(string name, Role role)
    {
        var userName = "l" + Guid.CreateVersion7().ToString("N")[^12..];
        var account = await site.StaffAsync(userName, name);
        await site.PostAsync(account, name, role, City.Anhe);
        return (await site.SignedInAsync(userName), account);
    }
}
