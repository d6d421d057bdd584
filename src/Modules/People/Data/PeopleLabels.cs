using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;

namespace UnionHall.People.Data;

/// <summary>How the audit log names this module's events and fields. Persons stay keys there: the log must not become a second register.</summary>
internal static class PeopleLabels
{
    public static IServiceCollection AddPeopleLabels(this IServiceCollection services) => services.AddEventLabels(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["person-registered"] = "建职工资料",
            ["person-corrected"] = "改职工资料",
            ["workplace-changed"] = "换工作单位",
            ["person-revealed"] = "查看职工资料",
            ["registered-again"] = "用已有的号码注册",
            ["consent-given"] = "同意使用资料",
            ["person-exported"] = "导出本人资料",
        },
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["person"] = "职工",
            ["purpose"] = "用途",
            ["version"] = "版本",
        });
}
