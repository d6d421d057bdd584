using System.Net;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Letters;

/// <summary>主席信箱: a worker who dared not speak at the open day writes to the chair. Nobody but the chair and her clerk sees it, until they hand it on.</summary>
public sealed class WhoSeesALetterTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Words = "宿舍三号楼热水器漏电，宿管说修过了，其实没修，我不敢在会上讲。";
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALetter_IsSeenByChairAndClerkOnly_InEveryListAndCount()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync(Words)).ShouldNotBeNull();

        letter.Channel.ShouldBe(Channel.Mail);
        letter.Words.ShouldBe(Words);
        letter.Title.ShouldBe("反映食堂的事");
        letter.Owner.ShouldBe(given.City.Anhe);

        foreach (var reader in new[] { given.Chair, given.Clerk })
        {
            (await reader.GetAsync($"/desk/requests/{letter.Reference}")).Text.ShouldContain(Words);
            (await reader.GetAsync("/desk/requests")).Text.ShouldContain(letter.Title);
            (await reader.GetAsync("/desk/requests?q=漏电&view=all")).Text.ShouldContain(letter.Title);
            (await reader.GetAsync($"/desk/requests?unit={given.City.Anhe}")).Text.ShouldContain(letter.Title, customMessage: "by the unit of the box");
        }

        foreach (var other in new[] { given.Other, await given.City.AsAsync(Role.Chair, given.City.City), await given.City.AsAsync(Role.Leader, given.City.Anhe), await given.City.AsAsync(Role.Handler, given.City.Qingxi) })
        {
            (await other.GetAsync($"/desk/requests/{letter.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
            foreach (var list in new[] { "/desk", "/desk/requests", "/desk/requests?view=all", $"/desk/requests?view=all&q={letter.Reference}", "/desk/requests?q=漏电&view=all", "/desk/requests?view=sealed" })
            {
                (await other.GetAsync(list)).Text.ShouldNotContain(letter.Title, customMessage: list);
            }
        }

        (await ReachAsync(letter)).ShouldBe([(given.Box.Value, true)]);
    }

    [Fact]
    public async Task NobodyElseIsTold()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync(Words)).ShouldNotBeNull();

        (await ToldAsync(letter)).ShouldBe([given.ClerkAccount.Value]);
    }

    [Fact]
    public async Task HandedOn_TheUnitSeesItAsUsual_AndNoUnitOverTheBox()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync(Words)).ShouldNotBeNull();
        var qingxi = await given.City.AsAsync(Role.Handler, given.City.Qingxi);

        var form = await given.Clerk.GetAsync($"/desk/requests/{letter.Reference}/dispatch");
        (await given.Clerk.PressAsync(form.WithValue("Form.Unit", given.City.Qingxi.Value.ToString()), "派出去")).Text.ShouldContain("待签收");

        (await ReachAsync(letter)).ShouldBe([(given.Box.Value, true), (given.City.Qingxi.Value, true)], ignoreOrder: true);
        var page = await qingxi.GetAsync($"/desk/requests/{letter.Reference}");
        page.Text.ShouldContain(Words);
        page.Text.ShouldNotContain("王大力");
        page.Text.ShouldNotContain("wang@example.com");
        (await given.Other.GetAsync($"/desk/requests/{letter.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await given.City.AsAsync(Role.Dispatcher, given.City.City)).GetAsync($"/desk/requests/{letter.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await RebuildAsync(given.City.Anhe);
        (await ReachAsync(letter)).ShouldBe([(given.Box.Value, true), (given.City.Qingxi.Value, true)], ignoreOrder: true);
    }

    [Fact]
    public async Task ALetterInItsBox_IsNotGivenToWhoDoesNotReadIt()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync(Words)).ShouldNotBeNull();
        var page = await given.Clerk.GetAsync($"/desk/requests/{letter.Reference}/assign");

        page.Text.ShouldContain("周正");
        page.Text.ShouldNotContain("何平");
        await given.Clerk.PostFormAsync(page, $"/desk/requests/{letter.Reference}/assign", ("Form.To", given.OtherAccount.Value.ToString()));
        (await given.LatestAsync()).Assignee.ShouldBeNull();
    }

    [Fact]
    public async Task WhoIsNotNamedAnyMore_SeesItNoLonger()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync(Words)).ShouldNotBeNull();
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, given.City.Anhe);
        var list = await admin.GetAsync("/admin/mail-boxes");

        await admin.PressAsync(await admin.GetAsync(list.LinkTo(given.Address)), "存下", ("代看的同志", ""), ("依据", "主席办公会 10 月"));

        (await given.Clerk.GetAsync($"/desk/requests/{letter.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await given.Chair.GetAsync($"/desk/requests/{letter.Reference}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ALateLetter_GoesNoHigherThanTheChair()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync(Words)).ShouldNotBeNull();

        site.Clock.Advance(TimeSpan.FromDays(60));
        await site.WithAsync<SweepClocks>(sweep => sweep.RunAsync(stop));
        await site.RunJobsAsync();

        (await given.LatestAsync()).CurrentUnit.ShouldBe(given.City.Anhe);
        (await ReachAsync(letter)).ShouldBe([(given.Box.Value, true)]);
        (await ToldAsync(letter)).Except([given.ClerkAccount.Value, await ChairAsync(given)]).ShouldBeEmpty();
    }

    [Fact]
    public async Task TheUnitOfTheBoxIsMerged_TheLetterGoesAlong_AndNobodyElseSeesIt()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync(Words)).ShouldNotBeNull();
        var elsewhere = await given.City.AsAsync(Role.Dispatcher, given.City.Donghu);

        await site.MergeAsync(given.City.Anhe, given.City.Donghu);
        await site.RunJobsAsync();

        (await given.LatestAsync()).CurrentUnit.ShouldBe(given.City.Donghu);
        (await ReachAsync(letter)).ShouldBe([(given.Box.Value, true)]);
        (await given.Clerk.GetAsync($"/desk/requests/{letter.Reference}")).Text.ShouldContain(Words);
        (await elsewhere.GetAsync($"/desk/requests/{letter.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);

        // What comes to the box afterwards lies where its readers now work, and being late takes neither up.
        var later = (await given.LetterAsync("并了以后写的。", from: "later@example.com")).ShouldNotBeNull();
        later.CurrentUnit.ShouldBe(given.City.Donghu);
        site.Clock.Advance(TimeSpan.FromDays(60));
        await site.WithAsync<SweepClocks>(job => job.RunAsync(stop));
        await site.RunJobsAsync();
        foreach (var one in new[] { letter, later })
        {
            (await ReachAsync(one)).ShouldBe([(given.Box.Value, true)]);
        }
    }

    private Task<List<(Guid, bool)>> ReachAsync(Request letter) => site.WithAsync<RequestsDb, List<(Guid, bool)>>(async db =>
        (await db.Reach.AsNoTracking().Where(row => row.RequestId == letter.Id).ToListAsync(stop)).ConvertAll(row => (row.UnitId.Value, row.Direct)));

    private Task RebuildAsync(UnitId unit) => site.WithAsync<RequestsDb>(db => db.Context.Database.ExecuteSqlAsync($"select request_reach_rebuild({new[] { unit.Value }})", stop));

    private Task<List<Guid>> ToldAsync(Request letter) => site.WithAsync<RequestsDb, List<Guid>>(db =>
        db.Context.Database.SqlQuery<Guid>($"select distinct account as \"Value\" from notice where link like {"%" + letter.Reference + "%"}").ToListAsync(stop));

    private Task<Guid> ChairAsync(GivenLetters given) => site.WithAsync<RequestsDb, Guid>(db =>
        db.Context.Database.SqlQuery<Guid>($"select account as \"Value\" from mail_box_reader where box_id = {given.Box.Value} and is_chair").SingleAsync(stop));
}
