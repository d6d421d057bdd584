namespace UnionHall.Messaging.ReceiveMail.Fetch;

/// <summary>Why a box could not be fetched: what is wrong and what to do, in Chinese.</summary>
internal static class ImapFaults
{
    public const string Unreachable = "连不上收信服务器。请查地址和端口对不对，服务器能不能连出去。";
    public const string CutOff = "收信服务器中途断开了，稍后再试。";
    public const string Silent = "收信服务器没有在规定时间里回答，稍后再试。";
    public const string Unreadable = "对方说的不是收信服务器的话。请查地址和端口对不对，要用加密的端口（一般是 993）。";
    public const string BadCertificate = "收信服务器的证书不可信：过期了、名字对不上，或者是自己签发的。自己签发的请把证书指纹填在设置里。";
    public const string NotLetIn = "用户名或密码不对，收信服务器不让登录。请重新填密码；有的邮箱要用授权码。";
    public const string NoFolder = "收信服务器打不开收件箱。请联系邮件管理员。";
    public const string Refused = "收信服务器没有照办。请联系邮件管理员。";
}

/// <summary>Leads out of a conversation with the server; the sentence is kept as the health of the box.</summary>
internal sealed class ImapFaultException(string sentence, Exception? cause = null) : Exception(sentence, cause);
