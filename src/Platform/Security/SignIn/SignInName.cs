using UnionHall.Text;

namespace UnionHall.Platform.Security.SignIn;

/// <summary>What was typed into the box for user name or phone, brought to the one form under which it is looked up and counted.</summary>
/// <param name="Text">The user name in lower case, or the eleven digits.</param>
/// <param name="Phone">The number, where it is one.</param>
internal sealed record SignInName(string Text, Mobile? Phone)
{
    public const int Longest = 64;

    public static SignInName Read(string typed) =>
        Mobile.Read(typed).Value is { } phone ? new SignInName(phone.Number, phone) : new SignInName(PlainText.SingleLine(typed).ToLowerInvariant(), null);
}
