using System.Text.RegularExpressions;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Text;

namespace UnionHall.Messaging.ReceiveMail.ChangeMailBox;

/// <summary>What was typed, each value checked by its shape.</summary>
internal sealed partial record TypedMailBox(string Address, string Name)
{
    public const int NameMost = 30;
    private const int LongestAddress = 200;
    private const int MostClerks = 10;

    private static readonly char[] Between = ['、', '，', ',', ';', '；', ' ', '\u3000'];

    public static TypedMailBox Read(ChangeMailBoxForm form, List<Refusal> refused)
    {
        var address = PlainText.SingleLine(form.Address).ToLowerInvariant();
        if (address.Length > LongestAddress || !Shape().IsMatch(address))
        {
            refused.Add(new Refusal("mail-address", "要写完整的邮件地址，像 zhuxi@gh.example.cn，里面不带加号。", nameof(form.Address)));
        }

        var name = PlainText.SingleLine(form.Name);
        if (PlainText.CountCodePoints(name) is 0 or > NameMost)
        {
            refused.Add(new Refusal("mail-name", name.Length == 0 ? "名称还没写，像“主席信箱”。" : $"名称最多 {NameMost} 个字。", nameof(form.Name)));
        }

        return new TypedMailBox(address, name);
    }

    /// <summary>The people typed, among those who may be named.</summary>
    /// <param name="userNames">By account.</param>
    public static IReadOnlyList<StaffSummary> People(string? typed, string field, IReadOnlyList<StaffSummary> possible, IReadOnlyDictionary<Platform.Security.AccountId, string?> userNames, List<Refusal> refused)
    {
        var found = new List<StaffSummary>();
        foreach (var word in PlainText.SingleLine(typed).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostClerks + 1))
        {
            var matching = possible.Where(one => one.Name == word || string.Equals(userNames.GetValueOrDefault(one.AccountId), word, StringComparison.OrdinalIgnoreCase)).ToList();
            switch (matching)
            {
                case [var one]:
                    found.Add(one);
                    break;
                case []:
                    refused.Add(new Refusal("mail-reader", $"“{word}”在这个单位没有能看诉求的职务，先请账号管理员给他任职，或者写另一位。", field));
                    break;
                default:
                    refused.Add(new Refusal("mail-reader-several", $"叫“{word}”的不止一位，写他的账号：{string.Join('、', matching.Select(one => userNames.GetValueOrDefault(one.AccountId)))}。", field));
                    break;
            }
        }

        if (found.Count > MostClerks)
        {
            refused.Add(new Refusal("mail-readers-many", $"最多 {MostClerks} 位，看的人越少，职工越敢说。", field));
        }

        return found;
    }

    // It is also the name of a folder, and leaves room for what is put behind a plus.
    [GeneratedRegex(@"^[a-z0-9]([a-z0-9._%\-]{0,38}[a-z0-9])?@[a-z0-9]([a-z0-9.\-]{0,120}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
