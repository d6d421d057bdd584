using System.Text.RegularExpressions;

namespace UnionHall.Messaging.SendMail.Smtp;

/// <summary>Whom a failure concerns, and what helps.</summary>
internal enum SmtpRemedy
{
    /// <summary>Later it may work by itself.</summary>
    Later = 1,

    /// <summary>This mail will never be taken; the next may.</summary>
    Never,

    /// <summary>No mail goes until an operator has changed something.</summary>
    Operator,
}

/// <summary>Why a mail was not taken.</summary>
/// <param name="Sentence">Chinese, without personal data: what is wrong and what to do.</param>
/// <param name="Answer">What the server said, without the addresses in it; null when it said nothing.</param>
internal sealed record SmtpFault(SmtpRemedy Remedy, string Sentence, string? Answer = null)
{
    public override string ToString() => Answer is null ? Sentence : $"{Sentence}（{Answer}）";
}

/// <summary>Leads out of a conversation with the server; <see cref="SmtpSender"/> turns it into a value.</summary>
internal sealed class SmtpFaultException(SmtpFault fault) : Exception(fault.ToString())
{
    public SmtpFault Fault { get; } = fault;
}

internal static partial class SmtpFaults
{
    private const int LongestAnswer = 300;

    public static readonly SmtpFault Unreachable = new(SmtpRemedy.Operator, "连不上发信服务器。请查地址和端口对不对，服务器能不能连出去。");
    public static readonly SmtpFault Silent = new(SmtpRemedy.Later, "发信服务器没有在规定时间里回答，稍后再试。");
    public static readonly SmtpFault CutOff = new(SmtpRemedy.Later, "发信服务器中途断开了，稍后再试。");
    public static readonly SmtpFault Unreadable = new(SmtpRemedy.Operator, "对方说的不是发信服务器的话。请查地址、端口和加密方式对不对。");
    public static readonly SmtpFault NoStartTls = new(SmtpRemedy.Operator, "发信服务器不提供加密，没有把密码和信件交给它。请换加密方式或者端口。");
    public static readonly SmtpFault BadCertificate = new(SmtpRemedy.Operator, "发信服务器的证书不可信：过期了、名字对不上，或者是自己签发的。自己签发的请把证书填在设置里。");
    public static readonly SmtpFault NoAuthentication = new(SmtpRemedy.Operator, "发信服务器不收用户名和密码（PLAIN、LOGIN 都没有）。请查端口对不对。");
    public static readonly SmtpFault ForeignAddress = new(SmtpRemedy.Never, "收件地址里有中文，发信服务器发不了这样的地址。");

    /// <param name="step">What was asked of the server.</param>
    public static SmtpFault Of(SmtpStep step, SmtpReply reply)
    {
        var answer = Bare(reply.Text);
        return (step, reply.Code) switch
        {
            (_, 421) => new SmtpFault(SmtpRemedy.Later, "发信服务器暂停服务，稍后再试。", answer),
            (SmtpStep.Connect or SmtpStep.Hello or SmtpStep.Encrypt, _) => new SmtpFault(SmtpRemedy.Operator, "发信服务器不接待这台机器。请联系邮件管理员。", answer),
            (SmtpStep.SignIn, >= 500) => new SmtpFault(SmtpRemedy.Operator, "用户名或密码不对，发信服务器不让登录。请重新填密码；有的邮箱要用授权码。", answer),
            (SmtpStep.SignIn, _) => new SmtpFault(SmtpRemedy.Later, "发信服务器这会儿不能登录，稍后再试。", answer),
            (SmtpStep.Receiver, 450 or 451 or 452) => new SmtpFault(SmtpRemedy.Later, "对方的邮箱这会儿收不了，稍后再试。", answer),
            (SmtpStep.Receiver, >= 500) => new SmtpFault(SmtpRemedy.Never, Receiver(reply), answer),
            (SmtpStep.Sender, >= 500) => new SmtpFault(SmtpRemedy.Never, "发信服务器不许用这个地址发信。请查发信地址和用户名是不是一家的。", answer),
            (SmtpStep.Content, 552 or 523) => new SmtpFault(SmtpRemedy.Never, "信太大，服务器不收。", answer),
            (SmtpStep.Content, >= 500) => new SmtpFault(SmtpRemedy.Never, "服务器看了信，不收：可能被当成垃圾邮件。", answer),
            _ => new SmtpFault(SmtpRemedy.Later, "发信服务器说稍后再试。", answer),
        };
    }

    private static string Receiver(SmtpReply reply) => reply.Enhanced switch
    {
        "5.1.1" or "5.1.0" or "5.1.10" => "没有这个收件地址。",
        "5.1.2" => "收件地址的域名不对，没有这样的邮件服务器。",
        "5.2.2" => "对方的邮箱满了。",
        "5.7.1" => "服务器不许往这个地址发信。请查要不要登录。",
        _ => "服务器不收发给这个地址的信。",
    };

    /// <summary>Servers repeat the address they refuse.</summary>
    private static string Bare(string answer)
    {
        var bare = Address().Replace(answer, "…");
        return bare.Length <= LongestAnswer ? bare : bare[..LongestAnswer];
    }

    [GeneratedRegex(@"[^\s<>]+@[^\s<>]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
