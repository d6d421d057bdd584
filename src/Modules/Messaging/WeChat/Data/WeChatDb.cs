using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.ChangeWeChatAnswer;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.LinkWeChat;
using UnionHall.Messaging.WeChat.Talk;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.WeChat.Data;

/// <summary>WeChat's tables.</summary>
internal sealed class WeChatDb(AppDbContext context)
{
    public AppDbContext Context => context;

    public DbSet<WeChatAccount> Accounts => context.Set<WeChatAccount>();

    public DbSet<WeChatFollower> Followers => context.Set<WeChatFollower>();

    public DbSet<WeChatMessage> Messages => context.Set<WeChatMessage>();

    public DbSet<WeChatTalk> Talks => context.Set<WeChatTalk>();

    public DbSet<WeChatCode> Codes => context.Set<WeChatCode>();

    public DbSet<WeChatAnswerText> Answers => context.Set<WeChatAnswerText>();

    /// <summary>The official account, or null while none is set up.</summary>
    public Task<WeChatAccount?> AccountAsync(CancellationToken stop) => Accounts.SingleOrDefaultAsync(stop);

    public Task SaveAsync(Actor actor, CancellationToken stop, string? reason = null) => context.SaveAsync(actor, stop, reason);
}
