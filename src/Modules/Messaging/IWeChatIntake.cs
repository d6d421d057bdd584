using UnionHall.Platform.Security;

namespace UnionHall.Messaging;

/// <summary>
/// Slot: takes in what a follower of the official account said was wrong. While nobody fills it, the account does not
/// offer the conversation.
/// </summary>
public interface IWeChatIntake
{
    /// <summary>
    /// Takes it in, as a job, within the transaction that marks the talk as taken: what the context of this scope saves here
    /// is saved once. An exception undoes it and has it tried again later.
    /// </summary>
    /// <returns>What the follower is told, at most 600 characters: reference, passphrase, what happens next; <see cref="WeChatWords.Site"/> in place of the site's address.</returns>
    Task<string> TakeAsync(WeChatSubmission submission, CancellationToken stop);
}

/// <summary>What a follower said in one conversation and confirmed.</summary>
/// <param name="Talk">The conversation: one submission each.</param>
/// <param name="Account">His account, when he linked one; otherwise null.</param>
/// <param name="Words">His own words, typed or recognised from his voice, in the order in which he said them, a line each.</param>
/// <param name="Place">Where, if he sent a location.</param>
/// <param name="Files">What he sent along, fetched from WeChat.</param>
/// <param name="HandedInAt">When he confirmed it.</param>
public sealed record WeChatSubmission(WeChatTalkId Talk, AccountId? Account, string Words, WeChatPlace? Place, IReadOnlyList<WeChatFile> Files, DateTimeOffset HandedInAt);

/// <summary>A location, WGS or GCJ as the phone gave it, in degrees.</summary>
public sealed record WeChatPlace(decimal Latitude, decimal Longitude, string Label);

/// <summary>A picture or voice as it came from WeChat, not looked at yet.</summary>
/// <param name="Type">Media type as WeChat named it, e.g. image/jpeg.</param>
public sealed record WeChatFile(byte[] Content, string Type);
