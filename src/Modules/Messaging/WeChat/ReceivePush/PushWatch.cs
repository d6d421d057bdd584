using Microsoft.Extensions.Logging;
using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.WeChat.ReceivePush;

/// <summary>Keeps an eye on what comes in: operators see why pushes are turned away, never what stood in them.</summary>
internal sealed class PushWatch(WeChatHealth health, ILogger<PushWatch> log)
{
    public Task NoteAsync(PushFault? fault, CancellationToken stop)
    {
        if (fault is not { } refused)
        {
            return health.WentWellAsync(WeChatHealth.Push, stop);
        }

        log.PushRefused(refused);
        return health.FailedAsync(WeChatHealth.Push, Sentence(refused), stop);
    }

    private static string Sentence(PushFault fault) => fault switch
    {
        PushFault.Signature => "签名不对：令牌和公众平台上填的不一样，或者不是微信发来的。",
        PushFault.Stale => "签名的时间差得太多：请查服务器的时间对不对。",
        PushFault.NotSealed => "收到没有加密的消息，没有收下：公众平台上的加解密方式和这里的不一样。",
        PushFault.Unopened => "消息解不开：消息加解密密钥或开发者编号和公众平台上的不一样。",
        PushFault.Unreadable => "消息的格式不对，没有收下。",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
