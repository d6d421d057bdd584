using System.Text.Json;
using UnionHall.Messaging;
using UnionHall.Organisation;
using UnionHall.People;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.TakeWeChat;

/// <summary>
/// Makes a request of what a follower of the official account said and confirmed. Nobody asked him who may know him, so his own
/// unit is kept from it; who linked an account finds the request among his own.
/// </summary>
internal sealed class WeChatIntake(RequestsDb db, RequestIntake intake, ServiceCatalogue services, PersonDirectory people, UnitDirectory units, WeChatFiles files) : IWeChatIntake
{
    /// <summary>What <see cref="Request.Source"/> says of a request that came this way; its key is the talk.</summary>
    public const string Source = "wechat";

    public async Task<string> TakeAsync(WeChatSubmission submission, CancellationToken stop)
    {
        var sender = new Actor(submission.Account, WorkerActor.Name, []);
        var own = await people.OwnAsync(sender, stop);
        var service = await services.GeneralAsync(MatterType.Help, stop) ?? throw new InvalidOperationException("The catalogue has no service for what is said in WeChat.");
        var visibility = service.Visibility.Contains(EnumText.Code(Visibility.Hidden)) ? Visibility.Hidden : Visibility.Named;
        var worker = WorkerActor.Of(sender, visibility);
        var asked = new NewRequest
        {
            Service = service,
            Words = submission.Words,
            Answers = submission.Place is { } place ? JsonSerializer.Serialize<GivenAnswer[]>([new GivenAnswer("位置", Spoken(place))], ChangeRecorder.Json) : "[]",
            Visibility = visibility,
            Channel = Channel.Wechat,
            WorksAt = own?.WorksAt,
            Person = new Person(submission.Account, own?.Name, own?.Phone),
            Source = Source,
            SourceKey = submission.Talk.Value.ToByteArray(),
        };
        var received = await intake.ReceiveAsync(asked, worker, submission.HandedInAt, stop);
        var left = await files.AttachAsync(received.Request.Timeline[0], visibility, submission.Files, sender, stop);
        await db.SaveAsync(worker, stop);
        return await AnswerAsync(received, submission.Account is not null, left, stop);
    }

    private async Task<string> AnswerAsync(Received received, bool isLinked, IReadOnlyList<string> left, CancellationToken stop)
    {
        var request = received.Request;
        var (today, due) = (ChinaTime.DateOf(request.SubmittedAt), ChinaTime.DateOf(request.DueAt));
        string[] lines =
        [
            $"登记好了，{(await units.FindAsync(request.Owner, stop))?.ShortName ?? "总工会"}收到了，{SpokenTime.By(due, today)}给您答复。",
            $"编号：{Reference.Spoken(request.Reference)}",
            $"口令：{received.Passphrase}",
            "口令只说这一次，请记下来，别告诉别人。",
            .. request.Visibility == Visibility.Hidden ? ["您是谁，对您的单位保密。"] : Array.Empty<string>(),
            isLinked ? $"看进度：{WeChatWords.Site}/requests/track/{request.Reference}，也在“我的事”里。" : $"看进度：{WeChatWords.Site}/requests/track，填编号和口令。",
            .. left.Take(1).Select(reason => $"有 {left.Count} 个附件没有收下：{reason}"),
        ];
        return string.Join('\n', lines);
    }

    private static string Spoken(WeChatPlace place)
    {
        var point = FormattableString.Invariant($"{place.Latitude}, {place.Longitude}");
        return place.Label.Length > 0 ? $"{place.Label}（{point}）" : point;
    }
}
