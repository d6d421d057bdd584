namespace UnionHall.Messaging.Quotes;

/// <summary>Lines that programs and telephones put under a letter.</summary>
internal static class SignatureSigns
{
    private const int LongestDevice = 60;

    private static readonly string[] Makers =
        ["我的", "iphone", "ipad", "小米", "红米", "华为", "荣耀", "魅族", "三星", "手机", "网易", "腾讯", "qq", "安卓", "苹果", "联想", "vivo", "oppo", "一加", "android", "outlook", "foxmail", "windows", "mail", "huawei", "honor", "mi", "139"];

    private static readonly string[] SentFrom = ["发自", "發自", "发送自", "發送自", "来自", "來自", "从", "從", "由", "通过", "使用"];

    /// <summary>Only dashes or underscores, five and more.</summary>
    public static bool IsRule(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length >= 5 && (text.IndexOfAnyExcept('-') < 0 || text.IndexOfAnyExcept('_') < 0 || text.IndexOfAnyExcept('—', '─') < 0);
    }

    /// <summary>The line that RFC 3676 puts above a signature, as people really type it.</summary>
    public static bool IsDelimiter(string line) => line.Trim() is "--" or "—" or "——";

    /// <summary>"Sent from my iPhone", "发自我的华为手机"; never a sentence.</summary>
    public static bool IsDevice(string line)
    {
        var text = line.Trim().Trim('【', '】', '[', ']', '*', '-', ' ', '（', '）').TrimEnd('.', '。');
        if (text.Length is < 3 or > LongestDevice || text.AsSpan().ContainsAny("，。！？；,!?;"))
        {
            return false;
        }

        return IsEnglish(text) || IsChinese(text);
    }

    private static bool IsEnglish(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            <= 8 when text.StartsWith("Sent from ", StringComparison.OrdinalIgnoreCase) => true,
            <= 8 when text.StartsWith("Sent via ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Sent using ", StringComparison.OrdinalIgnoreCase) => true,
            <= 6 when text.StartsWith("Get Outlook for ", StringComparison.OrdinalIgnoreCase) => true,
            <= 5 when text.StartsWith("Отправлено с ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Von meinem ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Envoyé de mon ", StringComparison.OrdinalIgnoreCase) => true,
            2 => text.Equals("via mobile", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static bool IsChinese(string text)
    {
        if (text.Length <= 24 && (text.StartsWith("获取 Outlook", StringComparison.Ordinal) || text.StartsWith("獲取 Outlook", StringComparison.Ordinal) || text.StartsWith("取得 Outlook", StringComparison.Ordinal) || text.StartsWith("下载网易邮箱", StringComparison.Ordinal)))
        {
            return true;
        }

        var start = Array.Find(SentFrom, word => text.StartsWith(word, StringComparison.Ordinal));
        if (start is null || text.Length > 30)
        {
            return false;
        }

        var rest = text[start.Length..].TrimStart().ToLowerInvariant();
        var isBySender = start is "从" or "從" or "由" or "通过" or "使用";
        return isBySender
            ? (rest.EndsWith("发送", StringComparison.Ordinal) || rest.EndsWith("發送", StringComparison.Ordinal) || rest.EndsWith("傳送", StringComparison.Ordinal) || rest.EndsWith("发送的邮件", StringComparison.Ordinal)) && Makers.Any(maker => rest.Contains(maker, StringComparison.Ordinal))
            : Makers.Any(maker => rest.StartsWith(maker, StringComparison.Ordinal)) && rest.LastIndexOf('的') <= 1;
    }
}
