using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.StoreMail;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Jobs;

namespace UnionHall.Messaging.ReceiveMail.Fetch;

/// <summary>
/// Takes what a mail server put into maildir/ADDRESS/new below the data folder. A mail goes to cur once it is stored; one that is refused
/// stays, and is told as the health of the box.
/// </summary>
internal sealed class FetchMaildir(MailDb db, IServiceScopeFactory scopes, MailDoors doors, DatabaseOptions options) : IRecurringJob
{
    public string Name => "fetch-maildir";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken stop)
    {
        var root = Path.Combine(options.DataFolder, "maildir");
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (var box in await db.Boxes.AsNoTracking().Where(box => box.ClosedAt == null).Select(box => new { box.Id, box.Address }).ToListAsync(stop))
        {
            if (Directory.Exists(Path.Combine(root, box.Address, "new")))
            {
                await TakeAsync(box.Id, box.Address, Path.Combine(root, box.Address), stop);
            }
        }
    }

    private async Task TakeAsync(MailBoxId box, string address, string folder, CancellationToken stop)
    {
        Refusal? refused = null;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "new")).Order(StringComparer.Ordinal).ToList())
        {
            try
            {
                refused = await StoreAsync(address, file, stop) ?? refused;
            }
            catch (Exception problem) when (problem is FileNotFoundException or UnauthorizedAccessException or IOException)
            {
                refused = problem is FileNotFoundException ? refused : new Refusal("maildir-unreadable", "邮件夹里有读不了的信，请查文件归谁、有没有权限。");
            }
        }

        await (refused is null ? doors.WentWellAsync(box, MailDoors.Maildir, stop) : doors.FailedAsync(box, MailDoors.Maildir, refused.Sentence, stop));
    }

    private async Task<Refusal?> StoreAsync(string address, string file, CancellationToken stop)
    {
        if (new FileInfo(file).Length > StoreMailHandler.MostBytes)
        {
            return StoreMailHandler.TooLarge;
        }

        var content = await File.ReadAllBytesAsync(file, stop);
        await using var scope = scopes.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<StoreMailHandler>().HandleAsync(address, content, stop)).Refusal is { } refusal)
        {
            return refusal;
        }

        var current = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(file)!)!, "cur");
        Directory.CreateDirectory(current);
        File.Move(file, Path.Combine(current, Path.GetFileName(file) + ":2,S"), overwrite: true);
        return null;
    }
}
