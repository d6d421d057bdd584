using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Files;

public sealed class FileStoreTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly Actor worker = new(AccountId.Next(), "李师傅", [], "203.0.113.7");

    [Fact]
    public async Task Store_KeepsTheCleanedContentUnderItsHashOutsideTheWebRoot()
    {
        var stored = await StoreAsync(Samples.PhoneJpeg, "C:\\照片\\现场.jpg");

        var file = await FindAsync(stored.Value!.Id);
        file.OriginalName.ShouldBe("现场.jpg");
        file.MediaType.ShouldBe("image/jpeg");
        file.UploadedBy.ShouldBe(worker.Account);
        file.AddressHash!.Length.ShouldBe(32);
        file.Subject.ShouldBeNull();
        var hex = Convert.ToHexStringLower(file.Sha256);
        var path = Path.Combine(site.DataFolder, "files", hex[..2], hex[2..4], hex);
        new FileInfo(path).Length.ShouldBe(file.Size);
        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path, Stop)).ShouldBe(file.Sha256);
    }

    [Fact]
    public async Task Store_OfARefusedFile_LeavesNothingOnTheDisk()
    {
        var before = FilesOnDisk();

        (await StoreAsync("<html>"u8.ToArray(), "a.png")).Refusal!.Code.ShouldBe("file-kind");
        (await StoreAsync(Samples.Png[..60], "a.png")).Refusal!.Code.ShouldBe("file-broken");
        (await StoreAsync([], "a.png")).Refusal!.Code.ShouldBe("file-empty");
        (await StoreAsync(new byte[21 * 1024 * 1024], "a.pdf")).Refusal!.Code.ShouldBe("file-too-large");
        (await StoreAsync([.. Samples.Jpeg, .. new byte[10 * 1024 * 1024]], "a.jpg")).Refusal!.Sentence.ShouldContain("10 MB");

        FilesOnDisk().ShouldBe(before);
    }

    [Fact]
    public async Task Store_WhenTheSenderBreaksOff_LeavesNothingOnTheDisk()
    {
        var before = FilesOnDisk();

        await Should.ThrowAsync<IOException>(() => site.WithAsync<FileStore, Result<FileSummary>>(store => store.StoreAsync(new BrokenStream(), "a.jpg", worker, Stop)));

        FilesOnDisk().ShouldBe(before);
    }

    [Fact]
    public async Task Store_OfEqualContents_KeepsOneCopy()
    {
        byte[] content = [.. Samples.Pdf, .. "equal"u8];
        var first = await StoreAsync(content, "一.pdf");
        var second = await StoreAsync(content, "二.pdf");

        second.Value!.Id.ShouldNotBe(first.Value!.Id);
        (await FindAsync(second.Value.Id)).Sha256.ShouldBe((await FindAsync(first.Value.Id)).Sha256);
    }

    [Fact]
    public async Task Claim_ByTheUploader_GivesTheFileToItsSubject()
    {
        var stored = await StoreAsync(Samples.Png, "a.png");
        var subject = new Subject("request", Guid.CreateVersion7());

        (await ClaimAsync(stored.Value!.Id, subject, worker)).Succeeded.ShouldBeTrue();

        var files = await site.WithAsync<FileStore, IReadOnlyList<FileSummary>>(store => store.OfAsync(subject, Stop));
        files.Single().Url.ShouldBe($"/files/{stored.Value.Id}/a.png");
        files.Single().IsPhoto.ShouldBeTrue();
    }

    [Fact]
    public async Task Claim_BySomeoneElseOrTwice_Refuses()
    {
        var stored = await StoreAsync(Samples.Png, "a.png");
        var subject = new Subject("request", Guid.CreateVersion7());

        (await ClaimAsync(stored.Value!.Id, subject, Actor.Visitor("203.0.113.7"))).Refusal!.Code.ShouldBe("file-gone");
        (await ClaimAsync(FileId.Next(), subject, worker)).Refusal!.Code.ShouldBe("file-gone");
        (await ClaimAsync(stored.Value.Id, subject, worker)).Succeeded.ShouldBeTrue();
        (await ClaimAsync(stored.Value.Id, subject, worker)).Succeeded.ShouldBeTrue();
        (await ClaimAsync(stored.Value.Id, new Subject("request", Guid.CreateVersion7()), worker)).Refusal!.Code.ShouldBe("file-gone");
    }

    [Fact]
    public async Task Claim_InTheSameCall_NeedsNoSession()
    {
        var subject = new Subject("request", Guid.CreateVersion7());
        await site.WithAsync<FileStore, bool>(async store =>
        {
            var mail = Actor.Platform("收信");
            var stored = await store.StoreAsync(new MemoryStream(Samples.Pdf), "附件.pdf", mail, Stop);
            (await store.ClaimAsync([stored.Value!.Id], subject, mail, Stop)).Succeeded.ShouldBeTrue();
            return true;
        });
    }

    [Fact]
    public async Task Sweep_RemovesWhatNobodyClaimedAfterADay_AndItsContent()
    {
        var orphan = await StoreAsync([.. Samples.Pdf, .. "orphan"u8], "a.pdf");
        var claimed = await StoreAsync([.. Samples.Pdf, .. "claimed"u8], "b.pdf");
        await ClaimAsync(claimed.Value!.Id, new Subject("request", Guid.CreateVersion7()), worker);
        var (orphanPath, claimedPath) = (PathOf(await FindAsync(orphan.Value!.Id)), PathOf(await FindAsync(claimed.Value.Id)));

        await SweepAsync();
        File.Exists(orphanPath).ShouldBeTrue();

        // The site's clock stands in another month than the disk's.
        foreach (var path in new[] { orphanPath, claimedPath })
        {
            File.SetLastWriteTimeUtc(path, site.Clock.GetUtcNow().UtcDateTime);
        }

        site.Clock.Advance(TimeSpan.FromHours(25));
        await SweepAsync();

        File.Exists(orphanPath).ShouldBeFalse();
        File.Exists(claimedPath).ShouldBeTrue();
        (await site.WithAsync<AppDbContext, StoredFile?>(db => db.Set<StoredFile>().SingleOrDefaultAsync(file => file.Id == orphan.Value.Id, Stop))).ShouldBeNull();
    }

    private Task<int> SweepAsync() => site.WithAsync<FileSweep, int>(sweep => sweep.RunAsync(Stop));

    private Task<Result<FileSummary>> StoreAsync(byte[] content, string name) =>
        site.WithAsync<FileStore, Result<FileSummary>>(store => store.StoreAsync(new MemoryStream(content), name, worker, Stop));

    private async Task<Result> ClaimAsync(FileId file, Subject subject, Actor actor)
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(site.Services);
        var store = (FileStore)scope.ServiceProvider.GetService(typeof(FileStore))!;
        var db = (AppDbContext)scope.ServiceProvider.GetService(typeof(AppDbContext))!;
        var result = await store.ClaimAsync([file], subject, actor, Stop);
        if (result.Succeeded)
        {
            db.Happened(new FileUploaded(file, "claimed by the test", 0));
            await db.SaveAsync(actor, Stop);
        }

        return result;
    }

    private Task<StoredFile> FindAsync(FileId id) => site.WithAsync<AppDbContext, StoredFile>(db => db.Set<StoredFile>().SingleAsync(file => file.Id == id, Stop));

    private string PathOf(StoredFile file)
    {
        var hex = Convert.ToHexStringLower(file.Sha256);
        return Path.Combine(site.DataFolder, "files", hex[..2], hex[2..4], hex);
    }

    private int FilesOnDisk() => Directory.Exists(Path.Combine(site.DataFolder, "files"))
        ? Directory.EnumerateFiles(Path.Combine(site.DataFolder, "files"), "*", SearchOption.AllDirectories).Count() : 0;

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position++ > 3)
            {
                throw new IOException("gone");
            }

            return ValueTask.FromResult(1000);
        }
    }
}
