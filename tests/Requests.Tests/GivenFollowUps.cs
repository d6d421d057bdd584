using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests;

/// <summary>Requests that have ended and are to be followed up.</summary>
internal sealed class GivenFollowUps(TestSite site, GivenCity city)
{
    private readonly GivenRequests given = new(site);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    /// <summary>Answered by the employer's union and called solved by its worker; everybody is drawn.</summary>
    public async Task<string> ConfirmedAsync(Visibility visibility = Visibility.Named, string? phone = "19900001011")
    {
        await site.ExecuteAsync("update sampling_rule set percent = 100 where reason = 'confirmed'");
        var reference = await given.SubmittedAsync(city.Courier, visibility: visibility, phone: phone);
        await given.DispatchedAsync(reference, city.Courier);
        await given.AcknowledgedAsync(reference);
        await AnsweredAsync(reference);
        return reference;
    }

    /// <summary>Answered again, and called solved again.</summary>
    public async Task AnsweredAsync(string reference)
    {
        await given.RepliedAsync(reference);
        await given.ConfirmedAsync(reference);
        await site.RunJobsAsync();
    }

    public Task<Browser> CallerAsync() => city.AsAsync(Role.FollowUpCaller, city.City);

    public async Task<FollowUp> OfAsync(string reference) => await site.WithAsync<RequestsDb, FollowUp>(async db =>
    {
        var number = Reference.Parse(reference)!;
        var request = await db.Requests.Where(row => row.Reference == number).Select(row => row.Id).SingleAsync(stop);
        return await db.FollowUps.AsNoTracking().Where(row => row.RequestId == request).OrderByDescending(row => row.Round).FirstAsync(stop);
    });

    public async Task<PageAnswer> OpenAsync(Browser caller, string reference) => await caller.GetAsync($"/desk/follow-ups/{(await OfAsync(reference)).Id}");

    public async Task<PageAnswer> AnswerAsync(Browser caller, string reference, string solved = "解决了", string rating = "满意", string contacted = "联系过", string remarks = "") => await caller.PressAsync(
        await OpenAsync(caller, reference), "存下", (contacted, "on"), (solved, "on"), (rating, "on"), ("他还说了什么", remarks));
}
