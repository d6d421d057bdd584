using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Audit;

/// <summary>The Chinese names of the platform's own events.</summary>
internal static class PlatformLabels
{
    public static IServiceCollection AddPlatformLabels(this IServiceCollection services)
    {
        services.AddEventLabels(Events, Fields);
        services.AddEventValues<Role>("role", role => role.Chinese());
        services.AddEventValues<AccountKind>("kind", kind => kind == AccountKind.Staff ? "工作人员" : "职工");
        services.AddEventValues<SignInWay>("way", way => way == SignInWay.Password ? "密码" : "通行密钥");
        services.AddEventValues<SessionEnd>("session-ended.reason", Words);
        return services.AddSubjectNames<AccountNames>();
    }

    private static Dictionary<string, string> Events => new(StringComparer.Ordinal)
    {
        ["account-closed"] = "注销账号",
        ["account-created"] = "开账号",
        ["account-disabled"] = "停用账号",
        ["account-enabled"] = "恢复账号",
        ["account-phone-changed"] = "换手机号",
        ["account-renamed"] = "改账号姓名",
        ["account-unlocked"] = "解锁账号",
        ["audit-exported"] = "导出审计记录",
        ["audit-verified"] = "核对审计链",
        ["backup-made"] = "做备份",
        ["backup-restored"] = "恢复备份",
        ["database-filled"] = "装入测试数据",
        ["file-swept"] = "清理没用上的文件",
        ["file-uploaded"] = "上传文件",
        ["holidays-imported"] = "导入节假日",
        ["job-dropped"] = "去掉后台任务",
        ["job-retried"] = "重排后台任务",
        ["notices-chosen"] = "改提醒方式",
        ["passkey-added"] = "添加通行密钥",
        ["passkey-removed"] = "去掉通行密钥",
        ["password-changed"] = "改密码",
        ["password-reset"] = "重设密码",
        ["preferences-changed"] = "改个人设置",
        ["session-ended"] = "退出登录",
        ["sign-in-locked"] = "登录被锁",
        ["sign-in-refused"] = "登录没通过",
        ["signed-in"] = "登录",
        ["worker-looked-up"] = "按手机号查职工账号",
    };

    private static Dictionary<string, string> Fields => new(StringComparer.Ordinal)
    {
        ["account"] = "账号",
        ["audit-log"] = "审计记录",
        ["backup"] = "备份",
        ["file"] = "文件",
        ["job"] = "后台任务",
        ["fill"] = "测试数据",
        ["by"] = "谁",
        ["kind"] = "种类",
        ["role"] = "职务",
        ["session"] = "登录",
        ["way"] = "方式",
        ["why"] = "为什么",
        ["why=wrong"] = "账号或密码不对",
        ["why=locked"] = "锁着",
        ["why=wrong-current-password"] = "现在的密码不对",
        ["why=disabled"] = "账号停用了",
        ["why=bad-passkey"] = "通行密钥不对",
        ["until"] = "到什么时候",
        ["reason"] = "原因",
        ["from"] = "从",
        ["to"] = "到",
        ["count"] = "条数",
        ["rows"] = "行数",
        ["files"] = "文件数",
        ["withKeys"] = "带密钥",
        ["madeAt"] = "备份时间",
        ["mediaType"] = "类型",
        ["size"] = "字节",
        ["intact"] = "完整",
        ["person"] = "筛选：谁",
        ["audit-exported.kind"] = "筛选：做了什么",
        ["about"] = "筛选：对什么",
        ["data"] = "内容",
        ["recurring.seal-audit"] = "给审计记录入链",
        ["recurring.verify-audit"] = "核对审计链",
        ["recurring.sweep-jobs"] = "清理做完的任务",
        ["recurring.deliver-notices"] = "休息时间过后提醒、汇总提醒",
        ["recurring.sweep-notices"] = "清理旧通知",
        ["recurring.sweep-submissions"] = "清理旧的提交编号",
        ["recurring.sweep-sign-in-attempts"] = "清理登录没通过的次数",
        ["recurring.sweep-files"] = "清理没用上的文件",
        ["requests"] = "诉求",
        ["units"] = "单位",
        ["members"] = "会员",
        ["calendar"] = "节假日",
        ["years"] = "年份",
        ["days"] = "日子数",
    };

    private static string Words(SessionEnd end) => end switch
    {
        SessionEnd.SignedOut => "自己退出",
        SessionEnd.EndedByOwner => "从别的设备退出",
        SessionEnd.EndedByAdministrator => "管理员让退出",
        SessionEnd.CredentialsChanged => "改了密码或通行密钥",
        SessionEnd.TooMany => "登录的设备太多",
        _ => "账号停用",
    };
}
