using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Fetch;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.ReceiveMail;

/// <summary>A mail server on the same machine puts letters into a Maildir of the site.</summary>
public sealed class FetchMaildirTests(MailSite site) : IClassFixture<MailSite>
{
    private const string Address = "maildir@gh.example.cn";
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALetter_IsStored_ThenPutAside_AndOneThatIsRefusedStays()
    {
        var unit = await site.UnitAsync("临江市总工会", UnitKind.Federation);
        await site.PostAsync(await site.StaffAsync("maildirchair", "周正"), "周正", Role.Chair, unit);
        var box = await site.MailBoxAsync(unit, Address, "周正");
        var folder = Path.Combine(site.DataFolder, "maildir", Address);
        Directory.CreateDirectory(Path.Combine(folder, "new"));
        await File.WriteAllTextAsync(Path.Combine(folder, "new", "1.a"), "From: wang@example.com\nSubject: x\n\n漏水\n", stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "new", "2.a"), " \n", stop);

        await RunAsync();
        await RunAsync();

        (await site.WithAsync<MailDb, int>(db => db.Mails.CountAsync(mail => mail.BoxId == box, stop))).ShouldBe(1);
        Directory.EnumerateFiles(Path.Combine(folder, "cur")).Select(Path.GetFileName).ShouldBe(["1.a:2,S"]);
        Directory.EnumerateFiles(Path.Combine(folder, "new")).Select(Path.GetFileName).ShouldBe(["2.a"]);
        var door = (await site.Services.GetRequiredService<MailDoors>().ReadAsync(stop)).Single(one => one.Box == box);
        door.Fault.ShouldBe("这封信是空的，没有收下。");

        // Killed after it was stored, before it was put aside.
        File.Move(Path.Combine(folder, "cur", "1.a:2,S"), Path.Combine(folder, "new", "1.a"));
        File.Delete(Path.Combine(folder, "new", "2.a"));
        await RunAsync();

        (await site.WithAsync<MailDb, int>(db => db.Mails.CountAsync(mail => mail.BoxId == box, stop))).ShouldBe(1);
        (await site.Services.GetRequiredService<MailDoors>().ReadAsync(stop)).Single(one => one.Box == box).Failures.ShouldBe(0);
    }

    private Task RunAsync() => site.WithAsync<FetchMaildir>(job => job.RunAsync(stop));
}
