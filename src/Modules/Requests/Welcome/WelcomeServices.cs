using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Welcome;

/// <summary>The services on the home page: those of the catalogue that workers look for by name, with their pictures.</summary>
internal sealed class WelcomeServices(ServiceCatalogue catalogue) : IHomeServices
{
    private static readonly (string Code, string Text, string Icon)[] Pictured =
    [
        ("wage-arrears", "拖欠工资", "money"),
        ("work-injury", "工伤求助", "shield"),
        ("hardship-aid", "困难帮扶", "helping-hand"),
        ("legal-aid", "法律援助", "scales"),
        ("join-union", "入会", "card"),
        ("insurance-missing", "社保断缴", "umbrella"),
        ("student-aid", "金秋助学", "graduation-cap"),
        ("mental-health", "心理疏导", "counselling"),
    ];

    public string AllAddress => "/services";

    public async ValueTask<IReadOnlyList<HomeService>> ListAsync(Actor actor, CancellationToken stop)
    {
        var offered = (await catalogue.ListAsync(stop)).Select(service => service.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Pictured.Where(picture => offered.Contains(picture.Code))
                .Select(picture => new HomeService(picture.Text, picture.Icon, $"/requests/submit?service={picture.Code}")),
        ];
    }
}
