using System.Text;

namespace UnionHall.App.Start;

/// <summary>What the terminal shows once the site answers.</summary>
internal static class Welcome
{
    public static string Text(IEnumerable<string> addresses, SiteOptions options)
    {
        var text = new StringBuilder()
            .AppendLine().AppendLine($"职工之家开着：{string.Join("  ", addresses)}")
            .AppendLine(options.Database.IsEmbedded ? $"数据在 {options.Database.DataFolder}" : $"数据库由 UNIONHALL_DATABASE 指定，文件和密钥在 {options.Database.DataFolder}")
            .AppendLine("按 Ctrl-C 停下。");
        if (options.Demo)
        {
            text.AppendLine().Append(AccountTable.Text());
        }

        return text.ToString();
    }
}
