using UnionHall.Organisation;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Security;
using UnionHall.Testing;
using UnionHall.Text;

namespace UnionHall.People.Tests.FillPeople;

public sealed class PersonFillTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task FilledPeople_AreFoundAndReadThroughTheDoor()
    {
        var unit = await UnitAsync();

        await FillAsync("--members", "300", "--seed", "7");
        await FillAsync("--members", "200", "--seed", "7");

        var first = await FoundAsync("19100000000");
        var last = await FoundAsync($"191{499L * 61_803_399 % 100_000_000:00000000}");
        last.ShouldNotBe(first);
        var card = await AskAsync(people => people.CardAsync(first, stop));
        card.ShouldNotBeNull().MaskedPhone.ShouldBe("191****0000");
        card.WorksAt.ShouldBe(unit);
        var seen = await AskAsync(people => people.RevealAsync(first, Dispatcher(unit), "约他一起去现场", stop));
        seen.Value.ShouldNotBeNull().Phone.ShouldBe("19100000000");
        PersonName.Read(seen.Value.Name).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task FilledNumber_IsTakenForRegistration_AndSignsInNobody()
    {
        await UnitAsync();
        await FillAsync("--members", "200", "--seed", "7");
        using var browser = site.NewBrowser();

        (await browser.RegisterAsync("19100000000", "赵云")).Path.ShouldBe("/sign-in");
        var answer = await browser.SignInAsync("19100000000");

        answer.Path.ShouldBe("/sign-in");
        (await AskAsync(people => people.FindByPhoneAsync(Mobile.Read("19100000000").Value!, stop))).Count.ShouldBe(1);
    }

    /// <summary>The one unit of this site, whichever test comes first.</summary>
    private async Task<UnitId> UnitAsync() =>
        (await site.WithAsync<UnitDirectory, UnitSummary?>(async units => await units.FindByCodeAsync("FILL", stop)))?.UnitId
        ?? await site.UnitAsync("合成企业工会", UnitKind.Primary, code: "FILL");

    private async Task FillAsync(params string[] options)
    {
        using var said = new StringWriter();
        (await site.WithAsync<CommandRunner, int>(runner => runner.RunAsync(["fill", .. options], said, said, stop))).ShouldBe(0, said.ToString());
    }

    private async Task<PersonId> FoundAsync(string phone) =>
        (await AskAsync(people => people.FindByPhoneAsync(Mobile.Read(phone).Value!, stop))).ShouldHaveSingleItem();

    private Task<T> AskAsync<T>(Func<PersonDirectory, Task<T>> ask) => site.WithAsync(ask);

    private static Actor Dispatcher(UnitId unit) => new(AccountId.Next(), "周同志", [new Grant(unit, "合成企业工会", Role.Dispatcher, WholeSubtree: true)]);
}
