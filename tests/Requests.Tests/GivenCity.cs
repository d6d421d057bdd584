using UnionHall.Organisation;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Requests.Intake;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests;

/// <summary>A small union tree: a city, two districts of two streets each, an employer's union under every street.</summary>
internal sealed class GivenCity
{
    private readonly TestSite site;
    private readonly Dictionary<(Role Role, UnitId Unit), Browser> browsers = [];

    private GivenCity(TestSite site) => this.site = site;

    public UnitId City { get; private set; }

    public UnitId Anhe { get; private set; }

    public UnitId Donghu { get; private set; }

    public UnitId Qingxi { get; private set; }

    public UnitId Wangjiang { get; private set; }

    public UnitId Beiyuan { get; private set; }

    public UnitId Nanmen { get; private set; }

    /// <summary>The union of an employer under Qingxi street.</summary>
    public UnitId Courier { get; private set; }

    /// <summary>The union of an employer under Wangjiang street.</summary>
    public UnitId Restaurant { get; private set; }

    public static async Task<GivenCity> BuildAsync(TestSite site)
    {
        await site.WithAsync<SeedRunner>(seeds => seeds.RunAsync(TestContext.Current.CancellationToken));
        site.Services.GetService(typeof(ServiceCatalogue)).ShouldBeOfType<ServiceCatalogue>().Forget();
        var city = new GivenCity(site) { City = await site.UnitAsync("澜江市总工会", UnitKind.Federation) };
        city.Anhe = await site.UnitAsync("安和区总工会", UnitKind.District, city.City);
        city.Donghu = await site.UnitAsync("东湖区总工会", UnitKind.District, city.City);
        city.Qingxi = await site.UnitAsync("清溪街道总工会", UnitKind.Street, city.Anhe);
        city.Wangjiang = await site.UnitAsync("望江街道总工会", UnitKind.Street, city.Anhe);
        city.Beiyuan = await site.UnitAsync("北园街道总工会", UnitKind.Street, city.Donghu);
        city.Nanmen = await site.UnitAsync("南门街道总工会", UnitKind.Street, city.Donghu);
        city.Courier = await site.UnitAsync("顺启快运分拨中心工会", UnitKind.Primary, city.Qingxi);
        city.Restaurant = await site.UnitAsync("望江楼餐饮公司工会", UnitKind.Primary, city.Wangjiang);
        return city;
    }

    /// <summary>A signed-in browser of someone with this role at this unit; the same one each time.</summary>
    public async Task<Browser> AsAsync(Role role, UnitId unit)
    {
        if (!browsers.TryGetValue((role, unit), out var browser))
        {
            browsers[(role, unit)] = browser = await site.StaffBrowserAsync(role, unit);
        }

        return browser;
    }
}
