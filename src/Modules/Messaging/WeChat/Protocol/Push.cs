namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>What WeChat pushed: a message or an event.</summary>
/// <param name="To">Our account, gh_….</param>
/// <param name="From">The follower, an OpenID.</param>
/// <param name="At">When it was made, to the second.</param>
/// <param name="Id">MsgId; null for events.</param>
internal sealed record Push(string To, string From, DateTimeOffset At, long? Id, PushContent Content)
{
    /// <summary>
    /// Equal for the tries of one push. Events have no number and are told apart by follower and second; what happened
    /// stands with it, because following and reporting a location come in one second.
    /// </summary>
    public string Key => Id is { } id ? FormattableString.Invariant($"m{id}") : FormattableString.Invariant($"e{At.ToUnixTimeSeconds()}:{From}:{Content.Kind}:{Content.Detail}");
}

/// <summary>One of the kinds below.</summary>
internal abstract record PushContent
{
    /// <summary>As stored: text, follow, menu-click …</summary>
    public abstract string Kind { get; }

    /// <summary>What tells two events of one kind and second apart.</summary>
    public virtual string Detail => "";
}

internal sealed record TextSent(string Text) : PushContent
{
    public override string Kind => "text";
}

/// <param name="Media">For three days.</param>
internal sealed record ImageSent(string Media, string Url) : PushContent
{
    public override string Kind => "image";
}

/// <param name="Recognised">What WeChat heard; empty where that is switched off.</param>
internal sealed record VoiceSent(string Media, string Format, string Recognised) : PushContent
{
    public override string Kind => "voice";
}

internal sealed record VideoSent(string Media, string Thumb) : PushContent
{
    public override string Kind => "video";
}

internal sealed record LocationSent(decimal Latitude, decimal Longitude, string Label) : PushContent
{
    public override string Kind => "location";
}

internal sealed record LinkSent(string Title, string Description, string Url) : PushContent
{
    public override string Kind => "link";
}

/// <param name="Scene">Of the code that was scanned to follow; empty otherwise.</param>
internal sealed record Followed(string Scene) : PushContent
{
    public override string Kind => "follow";
}

internal sealed record Unfollowed : PushContent
{
    public override string Kind => "unfollow";
}

/// <summary>A follower scanned one of our codes.</summary>
internal sealed record Scanned(string Scene) : PushContent
{
    public override string Kind => "scan";

    public override string Detail => Scene;
}

/// <summary>Where a follower is while the account is open on the phone; may come every five seconds.</summary>
internal sealed record PositionTold(decimal Latitude, decimal Longitude) : PushContent
{
    public override string Kind => "position";
}

internal sealed record MenuClicked(string Item) : PushContent
{
    public override string Kind => "menu-click";

    public override string Detail => Item;
}

internal sealed record MenuOpened(string Url) : PushContent
{
    public override string Kind => "menu-view";

    public override string Detail => Url;
}

/// <summary>What became of a template message.</summary>
/// <param name="Message">The number that sending it gave.</param>
/// <param name="Status">success, or "failed:" and why.</param>
internal sealed record TemplateDelivered(long Message, string Status) : PushContent
{
    public override string Kind => "template-result";

    public override string Detail => FormattableString.Invariant($"{Message}");
}

/// <summary>A kind we do not know, or one whose elements are missing: taken and kept by its name.</summary>
internal sealed record OtherSent(string Name) : PushContent
{
    public override string Kind => "other";

    public override string Detail => Name;
}
