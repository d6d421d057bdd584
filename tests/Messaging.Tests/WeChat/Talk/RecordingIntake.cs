using System.Collections.Concurrent;

namespace UnionHall.Messaging.Tests.WeChat.Talk;

/// <summary>Stands where Requests will: remembers what it was given, one submission per talk.</summary>
internal sealed class RecordingIntake : IWeChatIntake
{
    public const string Answer = "登记好了，编号 诉 2026-000123，口令 tide lamp seven。";

    private readonly ConcurrentDictionary<WeChatTalkId, WeChatSubmission> taken = new();

    public IReadOnlyList<WeChatSubmission> Taken => [.. taken.Values];

    public WeChatSubmission Of(string words) => Taken.Single(submission => submission.Words.Contains(words, StringComparison.Ordinal));

    public Task<string> TakeAsync(WeChatSubmission submission, CancellationToken stop)
    {
        taken.TryAdd(submission.Talk, submission);
        return Task.FromResult(Answer);
    }
}
