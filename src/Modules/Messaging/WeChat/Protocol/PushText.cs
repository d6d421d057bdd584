using System.Globalization;

namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>Reads a message or an event from its XML.</summary>
internal static class PushText
{
    private const string SceneStart = "qrscene_";
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Null when it does not say from whom, to whom, when and what, or a message has no number.</summary>
    public static Push? Read(string text)
    {
        if (WeChatXml.Read(text) is not { } xml || xml["FromUserName"].Length == 0 || xml["MsgType"].Length == 0 || Number(xml["CreateTime"]) is not (>= 0 and var seconds) || seconds > LastSecond)
        {
            return null;
        }

        var isEvent = xml["MsgType"] == "event";
        var id = isEvent ? null : Number(xml["MsgId"]);
        return isEvent || id is not null
            ? new Push(xml["ToUserName"], xml["FromUserName"], DateTimeOffset.FromUnixTimeSeconds(seconds), id, isEvent ? Event(xml) : Message(xml))
            : null;
    }

    private static PushContent Message(WeChatXml xml) => xml["MsgType"] switch
    {
        "text" => new TextSent(xml["Content"]),
        "image" => new ImageSent(xml["MediaId"], xml["PicUrl"]),
        "voice" => new VoiceSent(xml["MediaId"], xml["Format"], xml["Recognition"]),
        "video" or "shortvideo" => new VideoSent(xml["MediaId"], xml["ThumbMediaId"]),
        "location" when Place(xml, "Location_X", "Location_Y") is var (latitude, longitude) => new LocationSent(latitude, longitude, xml["Label"]),
        "link" => new LinkSent(xml["Title"], xml["Description"], xml["Url"]),
        var other => new OtherSent(other),
    };

    private static PushContent Event(WeChatXml xml) => xml["Event"] switch
    {
        "subscribe" => new Followed(Scene(xml["EventKey"])),
        "unsubscribe" => new Unfollowed(),
        "SCAN" => new Scanned(xml["EventKey"]),
        "LOCATION" when Place(xml, "Latitude", "Longitude") is var (latitude, longitude) => new PositionTold(latitude, longitude),
        "CLICK" => new MenuClicked(xml["EventKey"]),
        "VIEW" => new MenuOpened(xml["EventKey"]),
        "TEMPLATESENDJOBFINISH" when Number(xml["MsgID"]) is { } message => new TemplateDelivered(message, xml["Status"]),
        var other => new OtherSent(other),
    };

    private static string Scene(string key) => key.StartsWith(SceneStart, StringComparison.Ordinal) ? key[SceneStart.Length..] : "";

    private static (decimal Latitude, decimal Longitude)? Place(WeChatXml xml, string latitude, string longitude) =>
        Degrees(xml[latitude], 90) is { } north && Degrees(xml[longitude], 180) is { } east ? (north, east) : null;

    private static decimal? Degrees(string text, decimal most) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most
            ? Math.Round(value, 6)
            : null;

    private static long? Number(string text) => long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
