using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;
using UnionHall.Text;

namespace UnionHall.People.Tests;

public sealed class PersonDirectoryTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Card_IsMasked()
    {
        var (id, _) = await PersonAsync("13400000001", "赵云");

        var card = await AskAsync(people => people.CardAsync(id, stop));

        card.ShouldNotBeNull().MaskedName.ShouldBe("赵*");
        card.MaskedPhone.ShouldBe("134****0001");
    }

    [Fact]
    public async Task Reveal_ByTheUnitsDispatcherWithAReason_ShowsAndIsOnTheRecord()
    {
        var (id, unit) = await PersonAsync("13400000002", "赵云");

        var seen = await AskAsync(people => people.RevealAsync(id, Someone(Role.Dispatcher, unit), "约他一起去现场", stop));

        seen.Value.ShouldNotBeNull().Name.ShouldBe("赵云");
        seen.Value.Phone.ShouldBe("13400000002");
    }

    [Fact]
    public async Task Reveal_WithoutReasonOrOutsideTheUnitOrWithAnotherRole_IsRefused()
    {
        var (id, unit) = await PersonAsync("13400000003", "赵云");
        var (_, elsewhere) = await PersonAsync("13400000004", "马超");

        (await AskAsync(people => people.RevealAsync(id, Someone(Role.Dispatcher, unit), " ", stop))).Refusal!.Code.ShouldBe("reason-missing");
        (await AskAsync(people => people.RevealAsync(id, Someone(Role.Dispatcher, elsewhere), "约他一起去现场", stop))).Refusal!.Code.ShouldBe("identity-out-of-reach");
        (await AskAsync(people => people.RevealAsync(id, Someone(Role.Handler, unit), "约他一起去现场", stop))).Refusal!.Code.ShouldBe("identity-out-of-reach");
        (await AskAsync(people => people.RevealAsync(PersonId.Next(), Someone(Role.Dispatcher, unit), "约他一起去现场", stop))).Refusal!.Code.ShouldBe("identity-out-of-reach");
    }

    [Fact]
    public async Task FindByPhone_IsExact()
    {
        var (id, _) = await PersonAsync("13400000005", "赵云");

        (await AskAsync(people => people.FindByPhoneAsync(Mobile.Read("134 0000 0005").Value!, stop))).ShouldBe([id]);
        (await AskAsync(people => people.FindByPhoneAsync(Mobile.Read("13400000099").Value!, stop))).ShouldBeEmpty();
    }

    private async Task<(PersonId Id, UnitId Unit)> PersonAsync(string phone, string name)
    {
        var unit = await site.UnitAsync($"{phone}号工会", UnitKind.Federation);
        using var browser = await site.WorkerBrowserAsync(phone, name);
        await browser.PressAsync(await browser.GetAsync("/account/profile"), "就改成这样", ("在哪儿上班", $"{phone}号工会"));
        var id = (await AskAsync(people => people.FindByPhoneAsync(Mobile.Read(phone).Value!, stop)))[0];
        (await AskAsync(people => people.WorksAtAsync(id, stop))).ShouldBe(unit);
        return (id, unit);
    }

    private Task<T> AskAsync<T>(Func<PersonDirectory, Task<T>> ask) => site.WithAsync(ask);

    private static Actor Someone(Role role, UnitId unit) => new(AccountId.Next(), "李同志", [new Grant(unit, "某工会", role, WholeSubtree: true)]);
}
