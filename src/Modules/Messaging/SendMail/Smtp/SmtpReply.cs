using System.Text.RegularExpressions;

namespace UnionHall.Messaging.SendMail.Smtp;

/// <summary>What the server was asked when it answered.</summary>
internal enum SmtpStep
{
    Connect = 1,
    Hello,
    Encrypt,
    SignIn,
    Sender,
    Receiver,
    Content,
    Leave,
}

/// <summary>An answer of the server.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Lines">What stood behind the code, a line each.</param>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public string Text => $"{Code} {string.Join(' ', Lines)}";

    /// <summary>5.1.1 of "550 5.1.1 No such user" (RFC 3463); empty where there is none.</summary>
    public string Enhanced => Shape().Match(Lines[0]).Value;

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
