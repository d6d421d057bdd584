using UnionHall.Platform;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.Catalogue;

/// <summary>The rule for a category's name: short, and once among its neighbours. A slash would look like two levels.</summary>
internal static class CategoryName
{
    private const int Most = 14;

    public static Result<string> Read(string? typed, string? parent, string? self, IEnumerable<Category> categories)
    {
        var name = PlainText.SingleLine(typed);
        return PlainText.CountCodePoints(name) switch
        {
            0 => new Refusal("name-missing", "名称还没填。", "Name"),
            1 => new Refusal("name-short", "名称太短，至少 2 个字。", "Name"),
            > Most => new Refusal("name-long", $"名称最多 {Most} 个字。", "Name"),
            _ when name.Contains('/', StringComparison.Ordinal) => new Refusal("name-slash", "名称里不要用“/”。", "Name"),
            _ when categories.Any(row => row.Code != self && row.ParentCode == parent && row.Name == name) => new Refusal("name-taken", $"已经有一类叫“{name}”了。", "Name"),
            _ => name,
        };
    }
}
