using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionHall.Messaging.Tests.WeChat.Talk;
using UnionHall.Messaging.WeChat.Api;
using UnionHall.Messaging.WeChat.ChangeWeChat;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Testing;
using UnionHall.Testing.WeChat;

namespace UnionHall.Messaging.Tests.WeChat;

/// <summary>A site connected to a stand-in of WeChat, in the safe mode.</summary>
public sealed class WeChatSite : TestSite
{
    public const string Token = "GhToken2026";
    public const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    public WeChatStandIn StandIn { get; private set; } = null!;

    /// <summary>Pushes sealed with the key that the site knows.</summary>
    public WeChatSender Sender => new(StandIn.AppId, Token, Key, Clock);

    protected override bool JobsMayFail => true;

    public override async ValueTask InitializeAsync()
    {
        StandIn = await WeChatStandIn.StartAsync(Clock);
        await base.InitializeAsync();
        await ConnectAsync(PushMode.Safe);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await StandIn.DisposeAsync();
    }

    internal async Task ConnectAsync(PushMode mode, string? key = Key)
    {
        var form = new ChangeWeChatForm
        {
            AppId = StandIn.AppId,
            Secret = StandIn.Secret,
            Token = Token,
            Key = key,
            Mode = Platform.Data.EnumWord.Of(mode),
            ApiBase = StandIn.Address.ToString(),
            OpenBase = "https://open.weixin.qq.com",
            SiteBase = "https://gh.example.cn",
            Basis = "市总工会办公室〔2026〕8号",
        };
        (await WithAsync<ChangeWeChatHandler, IReadOnlyList<Refusal>>(handler => handler.HandleAsync(Actor.Platform("测试"), form, TestContext.Current.CancellationToken))).ShouldBeEmpty();
    }

    /// <summary>The connection with its secrets open.</summary>
    internal Task<OpenedAccount> AccountAsync() => WithAsync<WeChatDb, OpenedAccount>(async db =>
        Services.GetRequiredService<WeChatSeal>().Open((await db.AccountAsync(TestContext.Current.CancellationToken))!));

    /// <summary>Calls the API as a job would.</summary>
    internal async Task<WeChatAnswer<T>> CallAsync<T>(Func<WeChatApi, OpenedAccount, Task<WeChatAnswer<T>>> call)
    {
        var account = await AccountAsync();
        return await WithAsync<WeChatApi, WeChatAnswer<T>>(api => call(api, account));
    }

    /// <summary>What was stored of a follower, oldest first.</summary>
    internal Task<List<WeChatMessage>> MessagesOfAsync(string openId) => WithAsync<WeChatDb, List<WeChatMessage>>(db => db.Messages.AsNoTracking()
        .Where(message => db.Followers.Any(follower => follower.Id == message.FollowerId && follower.OpenId == openId)).OrderBy(message => message.Id).ToListAsync(TestContext.Current.CancellationToken));

    internal Task<WeChatFollower> FollowerAsync(string openId) => WithAsync<WeChatDb, WeChatFollower>(db => db.Followers.AsNoTracking().SingleAsync(row => row.OpenId == openId, TestContext.Current.CancellationToken));

    /// <summary>How a part of the connection is doing, by its Chinese name.</summary>
    public async Task<PartHealth?> HealthAsync(string part) =>
        (await Services.GetRequiredService<WeChatHealth>().ReadAsync(TestContext.Current.CancellationToken)).SingleOrDefault(one => one.Part == part);

    protected override void Configure(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(_ => new WeChatHttp(TimeSpan.FromSeconds(2))));
        services.RemoveAll<IWeChatIntake>();
        services.AddSingleton<IWeChatIntake, RecordingIntake>();
    }
}
