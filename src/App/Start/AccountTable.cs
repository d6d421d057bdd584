using System.Text;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Security;

namespace UnionHall.App.Start;

/// <summary>The accounts of the demo city, one of each role, as the terminal lists them.</summary>
internal static class AccountTable
{
    public static string Text()
    {
        var text = new StringBuilder().AppendLine($"演示账号，密码都是 {DemoCity.Password}：");
        foreach (var (user, name, role, title) in Staff().DistinctBy(row => row.Role))
        {
            text.AppendLine(Row(user, role.Chinese(), name, title));
        }

        return text.AppendLine(Row(DemoCity.WorkerPhone, "职工", DemoCity.WorkerName, "用手机号登录")).ToString();
    }

    private static string Row(string user, string role, string name, string title) => $"  {user,-18}  {Padded(role, 12)}{Padded(name, 8)}{title}";

    private static IEnumerable<(string User, string Name, Role Role, string Title)> Staff()
    {
        using var stream = typeof(AccountTable).Assembly.GetManifestResourceStream("demo/staff.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(',') is [var user, var name, var code, _, var title] && RoleNames.Parse(code) is { } role)
            {
                yield return (user, name, role, title);
            }
        }
    }

    /// <summary>A Han character is two columns wide on a terminal.</summary>
    private static string Padded(string words, int columns) =>
        words + new string(' ', Math.Max(1, columns - words.Sum(character => character > 0xFF ? 2 : 1)));
}
