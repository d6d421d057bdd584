using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time.ImportHolidays;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Time;

internal static class CalendarServices
{
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton<Calendars>();
        services.AddScoped<HolidayPlanning>();
        services.AddScoped<ImportHolidaysHandler>();
        services.AddNavItem(new NavItem(NavPlace.Settings, 42, "节假日", "calendar", "/admin/calendar", Permission.ManageSettings));
        return services.AddModelPart<CalendarModel>().AddCommand<ImportHolidaysCommand>();
    }
}
