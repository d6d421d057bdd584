namespace UnionHall.Platform.Security.Accounts;

/// <summary>What a password must be: GB/T 22239 practice (length, three of four classes) and nothing a guesser tries first.</summary>
internal static class PasswordPolicy
{
    public const int Shortest = 8;
    public const int Longest = 128;
    private const int Classes = 3;
    private const int NameWorthChecking = 3;
    private static readonly char[] Tail = [.. "0123456789!@#$%^&*()_+-=.,?~ "];

    /// <summary>What is left of a guesser's favourites when digits and signs are taken away and look-alikes are turned back.</summary>
    private static readonly HashSet<string> Stems =
    [
        "a", "aa", "aaa", "aaaa", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "q", "qq", "qw", "qwe", "qwer", "qwert", "qwerty", "qwertyuiop",
        "as", "asd", "asdf", "asdfg", "asdfgh", "asdfghjkl", "zx", "zxc", "zxcv", "zxcvb", "zxcvbn", "zxcvbnm", "qa", "qaz", "qazwsx", "qazwsxedc", "wsx", "xyz", "x", "z",
        "p", "pass", "passwd", "password", "passw", "pwd", "mima", "admin", "administrator", "root", "user", "guest", "test", "tester", "demo", "temp", "login", "system",
        "manager", "master", "super", "superman", "welcome", "hello", "letmein", "changeme", "secret", "monkey", "dragon", "sunshine", "princess", "football", "shadow",
        "iloveyou", "love", "woaini", "woaiwojia", "aini", "nihao", "china", "zhongguo", "beijing", "shanghai", "guangzhou", "shenzhen", "laopo", "baobao", "wang", "li", "zhang",
        "unionhall", "union", "gonghui", "zonggonghui", "zhigong", "zhigongzhijia", "gongren", "acftu", "huawei", "wechat", "weixin", "taobao", "alibaba", "baidu", "google",
        "iphone", "android", "windows", "microsoft", "computer", "internet", "server", "oracle", "mysql", "postgres", "qazwsxedcrfv", "spring", "summer", "autumn", "winter",
    ];

    /// <summary>The rule this password breaks, or null.</summary>
    /// <param name="name">The user name or mobile number it belongs to.</param>
    public static Refusal? Check(string password, string? name)
    {
        var length = password.EnumerateRunes().Count();
        if (length < Shortest)
        {
            return Refuse("password-short", $"密码至少 {Shortest} 个字符，现在 {length} 个。");
        }

        if (length > Longest)
        {
            return Refuse("password-long", $"密码最多 {Longest} 个字符，现在 {length} 个。");
        }

        if (ClassesIn(password) is var present && present.Count < Classes)
        {
            return Refuse("password-simple", $"大写字母、小写字母、数字、符号，四种里要有三种，现在只有{string.Join('和', present)}。");
        }

        if (name is { Length: >= NameWorthChecking } && password.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            return Refuse("password-has-name", "密码里别带账号或手机号，别人最先试的就是它。");
        }

        return IsCommon(password) ? Refuse("password-common", "这个密码太常见，一猜就中，换一个吧。") : null;
    }

    private static List<string> ClassesIn(string password)
    {
        (string Name, bool Present)[] classes =
        [
            ("大写字母", password.Any(char.IsAsciiLetterUpper)),
            ("小写字母", password.Any(char.IsAsciiLetterLower)),
            ("数字", password.Any(char.IsAsciiDigit)),
            ("符号", password.Any(c => !char.IsAsciiLetterOrDigit(c))),
        ];
        return [.. classes.Where(row => row.Present).Select(row => row.Name)];
    }

    private static bool IsCommon(string password)
    {
        var word = password.ToLowerInvariant();
        return Stems.Contains(Letters(word)) || Stems.Contains(Letters(new string([.. word.TrimEnd(Tail).Select(LookAlike)])));
    }

    private static string Letters(string word) => new([.. word.Where(char.IsAsciiLetterLower)]);

    private static char LookAlike(char letter) => letter switch
    {
        '@' or '4' => 'a',
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '$' or '5' => 's',
        _ => letter,
    };

    private static Refusal Refuse(string code, string sentence) => new(code, sentence, "Password");
}
