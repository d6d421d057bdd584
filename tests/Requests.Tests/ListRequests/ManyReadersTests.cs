using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ListRequests;

/// <summary>A reader given back twice once closed the reader of whoever had its connection by then: pages broke now and then under load.</summary>
public sealed class ManyReadersTests(TestSite site) : IClassFixture<TestSite>
{
    private const int Desks = 8;
    private const int Turns = 40;

    [Fact]
    public async Task ListsReadAtOnce_AllAnswer()
    {
        var city = await GivenCity.BuildAsync(site);
        var mine = await new GivenRequests(site).SubmittedAsync(city.Courier);
        var desks = new List<Browser>();
        for (var desk = 0; desk < Desks; desk++)
        {
            desks.Add(await city.AsAsync(Role.Handler, city.Qingxi));
        }

        var answers = await Task.WhenAll(desks.Select(desk => ReadAsync(desk, mine)));
        answers.SelectMany(all => all).ShouldAllBe(status => status == HttpStatusCode.OK);
    }

    private static async Task<List<HttpStatusCode>> ReadAsync(Browser desk, string reference)
    {
        var answers = new List<HttpStatusCode>();
        for (var turn = 0; turn < Turns; turn++)
        {
            answers.Add((await desk.GetAsync("/desk/requests")).Status);
            answers.Add((await desk.GetAsync("/desk")).Status);
            answers.Add((await desk.GetAsync($"/desk/requests/{reference}/presence")).Status);
        }

        return answers;
    }
}
