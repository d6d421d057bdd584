using UnionHall.Messaging;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.TakeWeChat;

/// <summary>Keeps the pictures and voices of a talk with the request. One that cannot be taken holds up nothing.</summary>
internal sealed class WeChatFiles(FileStore store, RequestsDb db)
{
    /// <returns>Why each that was left out was not taken. The caller saves.</returns>
    public async Task<IReadOnlyList<string>> AttachAsync(TimelineEntry entry, Visibility visibility, IReadOnlyList<WeChatFile> files, Actor sender, CancellationToken stop)
    {
        var (kept, left) = (new List<FileId>(), new List<string>());
        foreach (var file in files)
        {
            using var content = new MemoryStream(file.Content, writable: false);
            var stored = await store.StoreAsync(content, file.Type.StartsWith("image/", StringComparison.Ordinal) ? "微信图片" : "微信语音", sender, stop);
            if (stored.Value is { } taken)
            {
                kept.Add(taken.Id);
            }
            else
            {
                left.Add(stored.Refusal!.Sentence);
            }
        }

        var claimed = await store.ClaimAsync(kept, new Subject("request", entry.RequestId.Value), sender, stop, forgetName: visibility != Visibility.Named);
        if (!claimed.Succeeded)
        {
            throw new InvalidOperationException("Files stored a moment ago are gone.");
        }

        db.Files.AddRange(kept.Select(file => new RequestFile { FileId = file, RequestId = entry.RequestId, EntryId = entry.Id, IsPublic = true }));
        return left;
    }
}
