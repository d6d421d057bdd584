using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Messaging.WeChat.ReceivePush;
using UnionHall.Text;

namespace UnionHall.Messaging.WeChat.Talk;

/// <summary>Leads the conversation “tell us what is wrong”, while somebody is there to take in what comes of it.</summary>
internal sealed class TalkAnswer(WeChatDb db, WeChatSeal seal, IEnumerable<IWeChatIntake> intakes, TimeProvider clock) : IPushAnswer
{
    public async Task<string?> AnswerAsync(Push push, WeChatFollower follower, CancellationToken stop)
    {
        if (!intakes.Any())
        {
            return null;
        }

        var talk = await db.Talks.SingleOrDefaultAsync(row => row.FollowerId == follower.Id && (row.State == TalkState.Collecting || row.State == TalkState.Confirming), stop);
        if (push.Content is Unfollowed)
        {
            talk?.Drop(seal.Said(TalkContent.Nothing), clock.GetUtcNow());
            return null;
        }

        if (push.Content is MenuClicked { Item: TalkWords.MenuItem } || (push.Content is TextSent text && TalkWords.Begins(text.Text)))
        {
            return Begin(talk, follower);
        }

        return talk is null || push.Id is null || talk.IsStale(clock.GetUtcNow()) ? null : Continue(talk, push.Content);
    }

    /// <summary>Who asks again to begin goes on with what he said, unless that was long ago.</summary>
    private string Begin(WeChatTalk? talk, WeChatFollower follower)
    {
        var (now, nothing) = (clock.GetUtcNow(), seal.Said(TalkContent.Nothing));
        if (talk is null)
        {
            db.Talks.Add(WeChatTalk.Begin(follower.Id, nothing, now));
        }
        else if (talk.IsStale(now))
        {
            talk.Add(nothing, now);
        }
        else
        {
            talk.Touch(now);
        }

        return TalkWords.Begun;
    }

    private string Continue(WeChatTalk talk, PushContent said)
    {
        var now = clock.GetUtcNow();
        var content = seal.OpenSaid(talk.Content);
        switch (said)
        {
            case TextSent { Text: var text } when TalkWords.GivesUp(text):
                talk.Drop(seal.Said(TalkContent.Nothing), now);
                return TalkWords.Dropped;
            case TextSent { Text: var text } when TalkWords.Ends(text):
                return Show(talk, content);
            case TextSent { Text: var text } when talk.State == TalkState.Confirming && TalkWords.Agrees(text):
                talk.HandIn(now);
                return TalkWords.HandedIn;
            case TextSent { Text: var text } when talk.State == TalkState.Confirming && TalkWords.Changes(text):
                talk.Add(seal.Said(TalkContent.Nothing), now);
                return TalkWords.Begun;
            default:
                return Add(talk, content, said);
        }
    }

    private string Show(WeChatTalk talk, TalkContent content)
    {
        if (content.SaysNothing)
        {
            talk.Touch(clock.GetUtcNow());
            return TalkWords.Empty;
        }

        talk.Show(clock.GetUtcNow());
        return TalkWords.Show(content);
    }

    private string Add(WeChatTalk talk, TalkContent before, PushContent said)
    {
        var (after, answer) = said switch
        {
            TextSent { Text: var text } => WithWords(before, text),
            VoiceSent voice => WithVoice(before, voice),
            ImageSent { Media: var media } => WithMedia(before, media),
            LocationSent place => (before with { Place = new WeChatPlace(place.Latitude, place.Longitude, place.Label) }, TalkWords.Noted),
            _ => (null, TalkWords.NotTaken),
        };
        if (after is null)
        {
            talk.Touch(clock.GetUtcNow());
        }
        else
        {
            talk.Add(seal.Said(after), clock.GetUtcNow());
        }

        return answer;
    }

    private static (TalkContent? After, string Answer) WithWords(TalkContent before, string words)
    {
        var clean = PlainText.Clean(words);
        return clean.Length == 0 ? (null, TalkWords.NotTaken)
            : PlainText.CountCodePoints(before.Text) + PlainText.CountCodePoints(clean) > TalkContent.LongestWords ? (null, TalkWords.TooLong)
            : (before with { Words = [.. before.Words, clean] }, TalkWords.Noted);
    }

    /// <summary>What was heard counts; the voice goes along.</summary>
    private static (TalkContent? After, string Answer) WithVoice(TalkContent before, VoiceSent voice)
    {
        if (voice.Recognised.Length == 0)
        {
            return (null, TalkWords.NotHeard);
        }

        var heard = WithWords(before, voice.Recognised);
        return heard.After is { } kept ? WithMedia(kept, voice.Media) : heard;
    }

    private static (TalkContent? After, string Answer) WithMedia(TalkContent before, string media) =>
        before.Media.Count >= TalkContent.MostMedia ? (null, TalkWords.TooMany) : (before with { Media = [.. before.Media, media] }, TalkWords.Noted);
}
