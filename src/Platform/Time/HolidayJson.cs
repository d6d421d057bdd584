using System.Text.Json;

namespace UnionHall.Platform.Time;

internal static class HolidayJson
{
    public static HolidayFile Read(string text)
    {
        var rows = new HolidayRows();
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            ReadYear(document.RootElement, rows);
        }
        catch (JsonException e)
        {
            rows.Refuse(0, $"文件不是完整的 JSON，第 {e.LineNumber + 1} 行读不下去。");
        }

        return rows.ToFile();
    }

    private static void ReadYear(JsonElement root, HolidayRows rows)
    {
        if (Member(root, "year") is not { ValueKind: JsonValueKind.Number } number || !number.TryGetInt32(out var year)
            || Member(root, "days") is not { ValueKind: JsonValueKind.Array } days)
        {
            rows.Refuse(0, "文件里要有 year（年份）和 days（日子的列表）。");
            return;
        }

        var row = 0;
        foreach (var day in days.EnumerateArray())
        {
            rows.Add(++row, Words(day, "date"), Words(day, "name"), OffDay(day), year);
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Words(JsonElement day, string name) =>
        Member(day, name) is { ValueKind: JsonValueKind.String } words ? words.GetString() : null;

    private static bool? OffDay(JsonElement day) => Member(day, "isOffDay")?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
