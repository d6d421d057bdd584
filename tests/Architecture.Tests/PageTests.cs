using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Razor.Hosting;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Architecture.Tests;

/// <summary>What every page has, and none may have.</summary>
public sealed partial class PageTests
{
    // It answers in place of another page, also of a post, and changes nothing.
    private static readonly string[] WithoutToken = ["AccessDeniedPage"];

    // The two doors of the staff show only what a post may use; StaffGround lets nobody else in.
    private static readonly string[] OpenToAllStaff = ["/desk", "/admin"];

    // Each kind of import asks for a permission of its own, which no attribute can know.
    private const string Imports = "/admin/imports";

    [Fact]
    public void NoTwoViewsShareAPath() =>
        Views().GroupBy(view => view.Path, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Select(view => view.Item.Type.Assembly).Distinct().Skip(1).Any())
            .Where(same => !Path.GetFileName(same.Key).StartsWith("_View", StringComparison.Ordinal))
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(view => view.Item.Type.Assembly.Short()))}")
            .ShouldBeEmpty();

    [Fact]
    public void NoTwoPagesShareAnAddress() =>
        Routes().GroupBy(page => page.Route, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Skip(1).Any())
            .Select(same => same.Key)
            .ShouldBeEmpty();

    [Fact]
    public void EveryPageHasAnAbsoluteAddressInLowerCase() =>
        Routes().Where(page => !AddressShape().IsMatch(page.Route)).Select(page => $"{page.Route} of {page.Path}").ShouldBeEmpty();

    [Fact]
    public void EveryPageOfStaffAsksForAPermission() =>
        Routes()
            .Where(page => page.Route.StartsWith("/desk", StringComparison.Ordinal) || page.Route.StartsWith("/admin", StringComparison.Ordinal))
            .Where(page => page.Model.GetCustomAttribute<NeedsAttribute>() is null && !OpenToAllStaff.Contains(page.Route) && !page.Route.StartsWith(Imports, StringComparison.Ordinal))
            .Select(page => $"{page.Route}: {page.Model.Short()}")
            .ShouldBeEmpty();

    [Fact]
    public void NoPageSwitchesTheAntiforgeryTokenOff() =>
        NamingTests.Pages()
            .Where(page => page.GetCustomAttributes<IgnoreAntiforgeryTokenAttribute>().Any() && !WithoutToken.Contains(page.Name))
            .Select(House.Short)
            .Concat(In(NoToken()))
            .ShouldBeEmpty();

    [Fact]
    public void NoMarkupBreaksTheContentSecurityPolicy() => In(Inline()).ShouldBeEmpty();

    [Fact]
    public void NoButtonPutsAFormThatIsPostedIntoTheAddress() => In(SentByGet()).ShouldBeEmpty();

    [Fact]
    public void EveryIconUsedExists()
    {
        var named =
            from path in House.Files(".cshtml", ".cs")
            where path.StartsWith("src", StringComparison.Ordinal)
            from match in IconUse().Matches(House.Read(path))
            from name in match.Groups["name"].Captures
            where !Icons.Names.Contains(name.Value)
            select $"{path}: {name.Value}";
        named.ShouldBeEmpty();
    }

    private static IEnumerable<string> In(Regex unwanted) =>
        from path in House.Files(".cshtml")
        from match in unwanted.Matches(House.Read(path))
        select $"{path}: {match.Value}";

    private static IEnumerable<(string Path, RazorCompiledItemAttribute Item)> Views() =>
        House.Assemblies.SelectMany(assembly => assembly.GetCustomAttributes<RazorCompiledItemAttribute>()).Select(item => (item.Identifier, item));

    private static IEnumerable<(string Route, string Path, Type Model)> Routes() =>
        from view in Views()
        from metadata in view.Item.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>()
        where metadata.Key == "RouteTemplate"
        select (metadata.Value, view.Path, view.Item.Type.GetProperty(nameof(RazorPage<>.Model))!.PropertyType);

    // Parameters keep their own case.
    [GeneratedRegex(@"^/([a-z0-9\-/.]|\{[^}]+\})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressShape();

    [GeneratedRegex("asp-antiforgery=\"false\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoToken();

    [GeneratedRegex("formmethod=\"get\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentByGet();

    [GeneratedRegex(@"\sstyle\s*=|<style|\son[a-z]+\s*=\s*[""']|javascript:|<script(?![^>]*\s(src|type=""application/(ld\+)?json"")\b)[^>]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"<icon\s[^>]*?\bname=""(?<name>[a-z0-9\-]+)""|Icons\.(Html|Svg)\(""(?<name>[^""]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex IconUse();
}
