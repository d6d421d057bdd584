namespace UnionHall.Requests.DeclineRequest;

/// <summary>The six classes that are not dispatched, each with its own reply to start from (Beijing 接诉即办 regulation, art. 11).</summary>
internal sealed record StandardWay(string Code, string Name, string Reply)
{
    public static readonly IReadOnlyList<StandardWay> All =
    [
        new("emergency", "有危险，要马上求助", "您说的情况有人身危险，请马上打电话：报警 110，火灾 119，急救 120，交通事故 122。脱险以后工会再帮您办后面的事。"),
        new("statutory", "要走法定途径", "这件事按法律要走仲裁、诉讼、行政复议或信访等程序，工会不能代替他们作决定。您可以到……提出，时效是……；要写材料或找律师，工会可以帮忙。"),
        new("same-matter", "同一件事，没有新情况", "您以前说过同一件事，办理结果是：……。如果有新的情况或证据，请补充进来，我们接着办。"),
        new("secret", "涉及秘密或他人隐私", "您问的内容涉及国家秘密、商业秘密或别人的隐私，我们不能提供。您自己的资料，可以带证件到……查。"),
        new("other-channel", "不归工会，另有部门", "这件事归……管，电话……，地址……。他们要您准备：……。要是那边不受理，请再来告诉我们。"),
        new("unlawful", "要求不合法", "您希望这样做，我们理解您的难处，但法律不允许：……。合法的办法是：……，我们可以陪您办。"),
    ];
}
