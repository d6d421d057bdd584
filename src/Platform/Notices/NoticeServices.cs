using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Notices.ChooseNotices;
using UnionHall.Platform.Notices.ListNotices;
using UnionHall.Platform.Notices.ReadNotice;
using UnionHall.Platform.Notices.ReadNoticeLedger;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Notices;

/// <summary>Registers the notices and what modules tell of.</summary>
public static class NoticeServices
{
    internal static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<NoticeKinds>();
        services.AddSingleton<NoticeBoard>();
        services.AddNoticeKinds(
            new NoticeKind(DeliverNotices.Digest, "攒下的消息", NoticeFor.Everybody, IsUrgent: true),
            new NoticeKind("password-reset", "密码重设了", NoticeFor.Staff, IsUrgent: true));
        services.AddFrameRead<UnreadNotices>();
        services.AddScoped<NoticeLedger>();
        services.AddScoped<ChooseNoticesHandler>();
        services.AddScoped<NoticesQuery>();
        services.AddScoped<ReadNoticeHandler>();
        services.PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Notices/ListNotices/ListNoticesPage", "/desk/notices"));
        services.AddNavItem(new NavItem(NavPlace.Settings, 965, "消息台账", "bell", "/admin/notices", Permission.ManageSettings));
        return services.AddModelPart<NoticeModel>().AddRecurringJob<SweepNotices>().AddRecurringJob<DeliverNotices>();
    }

    /// <summary>Adds occasions on which people are told something.</summary>
    public static IServiceCollection AddNoticeKinds(this IServiceCollection services, params IEnumerable<NoticeKind> kinds)
    {
        foreach (var kind in kinds)
        {
            services.AddSingleton(kind);
        }

        return services;
    }
}
