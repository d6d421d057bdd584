using UnionHall.Messaging;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Letters;

/// <summary>Files of letters, through the same door as all that is uploaded. What is not taken in is told to the desk by name.</summary>
internal sealed class LetterFiles(FileStore store, RequestsDb db, TimeProvider clock)
{
    private const int Most = 30;
    private static readonly Actor Mail = Actor.Platform("收信");

    public async Task<(IReadOnlyList<FileId> Stored, IReadOnlyList<string> Lost)> StoreAsync(ReceivedMail letter, CancellationToken stop)
    {
        var (stored, lost) = (new List<FileId>(), new List<string>());
        foreach (var file in letter.Files.Take(Most))
        {
            await using var content = new MemoryStream(file.Content.ToArray());
            var taken = await store.StoreAsync(content, file.Name, Mail, stop);
            if (taken.Refusal is { } refusal)
            {
                lost.Add($"“{file.Name ?? "没有名字的附件"}”：{refusal.Sentence}");
            }
            else
            {
                stored.Add(taken.Value!.Id);
            }
        }

        if (letter.Files.Count > Most)
        {
            lost.Add($"第 {Most + 1} 个起的 {letter.Files.Count - Most} 个附件：太多了，没有收。");
        }

        return (stored, lost);
    }

    /// <summary>Gives them to the request with the entry they came with. The caller saves.</summary>
    public async Task AttachAsync(Request request, TimelineEntry entry, IReadOnlyCollection<FileId> stored, IReadOnlyCollection<string> lost, CancellationToken stop)
    {
        var claimed = await store.ClaimAsync(stored, new Subject("request", request.Id.Value), Mail, stop, forgetSender: true, forgetName: request.Visibility != Visibility.Named);
        if (claimed.Succeeded)
        {
            db.Files.AddRange(stored.Select(file => new RequestFile { FileId = file, RequestId = request.Id, EntryId = entry.Id, IsPublic = true }));
        }

        if (lost.Count > 0)
        {
            request.AddNote("有附件没有收下：\n" + string.Join('\n', lost), Mail, clock.GetUtcNow());
        }
    }
}
