using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Notices.ListNotices;
using UnionHall.Platform.Notices.ReadNotice;

namespace UnionHall.Platform.Notices;

internal static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<NoticeBoard>();
        services.AddScoped<NoticesQuery>();
        services.AddScoped<ReadNoticeHandler>();
        services.PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Notices/ListNotices/ListNoticesPage", "/desk/notices"));
        return services.AddModelPart<NoticeModel>().AddRecurringJob<SweepNotices>();
    }
}
