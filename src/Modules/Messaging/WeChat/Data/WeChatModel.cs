using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.ChangeWeChatAnswer;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.LinkWeChat;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Messaging.WeChat.Talk;
using UnionHall.Platform.Data;

namespace UnionHall.Messaging.WeChat.Data;

internal sealed class WeChatModel : IModelPart
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<WeChatAccount>(account =>
        {
            account.Property(row => row.Id).ValueGeneratedNever();
            account.Property(row => row.Mode).HasConversion(mode => EnumWord.Of(mode), word => EnumWord.Read<PushMode>(word));
        });
        model.Entity<WeChatFollower>(follower =>
        {
            follower.Ignore(row => row.Events);
            follower.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<WeChatTalk>(talk =>
        {
            talk.Ignore(row => row.Events).Ignore(row => row.IsOpen);
            talk.Property(row => row.Id).ValueGeneratedNever();
            talk.Property(row => row.State).HasConversion(state => EnumWord.Of(state), word => EnumWord.Read<TalkState>(word));
            talk.Property(row => row.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            talk.HasOne<WeChatFollower>().WithMany().HasForeignKey(row => row.FollowerId);
        });
        model.Entity<WeChatAnswerText>(answer =>
        {
            answer.ToTable("WeChatAnswer");
            answer.HasKey(row => row.Word);
        });
        model.Entity<WeChatCode>(code =>
        {
            code.HasKey(row => row.Print);
            code.Property(row => row.Print).ValueGeneratedNever();
        });
        model.Entity<WeChatMessage>(message =>
        {
            message.Ignore(row => row.Events);
            message.Property(row => row.Id).ValueGeneratedNever();
            message.HasOne<WeChatFollower>().WithMany().HasForeignKey(row => row.FollowerId);
        });
    }
}
