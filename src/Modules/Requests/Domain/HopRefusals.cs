using UnionHall.Platform;

namespace UnionHall.Requests.Domain;

/// <summary>Why a request does not go up, back or aside, in the words of its reader.</summary>
internal static class HopRefusals
{
    /// <summary>The code of <see cref="SidesOpen"/>: the desk puts the names in.</summary>
    public const string SidesOpenCode = "sides-open";

    public static readonly Refusal ReturnWaits = new("return-waits", "本单位申请了退单，等上级裁定。裁定以前可以联系职工、答复职工，但不能再派给别人。");

    public static readonly Refusal NotSent = new("not-sent", "这件不是上级派来的，没有可退、可报回去的单位。首接单位要负责到底；办不了可以报请上级。");

    public static readonly Refusal ReturnedBefore = new("returned-before", "这张工单已经申请过一次退单，不能再退。有新情况请报请上级。");

    public static readonly Refusal OwnSides = new("own-sides", "本单位请来的协办还没交结果，不能一边请人办一边退单。先等他们交，或写明原因撤下。");

    public static readonly Refusal ReturnDecided = new("return-decided", "这个退单申请已经有人裁定过，或者这件已经不在那个单位手里了。刷新看看。");

    public static readonly Refusal OwnReturn = new("own-return", "自己申请的退单不能自己裁定，要由另一位同志来定。");

    public static readonly Refusal NoUnits = new("no-units", "选一个单位。", "Units");

    public static readonly Refusal TwoParts = new("two-parts", "拆开办，至少要两部分。只请一个单位帮忙，用“请人协办”。", "Units");

    public static readonly Refusal LeadItself = new("lead-itself", "这件本来就在这个单位手里，选别的单位。", "Units");

    public static readonly Refusal CalledAlready = new("called-already", "这个单位手里已经有这件的一张工单，等它交了再请。", "Units");

    public static readonly Refusal SideLimit = new("side-limit", "协办的期限要在主办自己的期限之内，请选早一点。", "Days");

    public static readonly Refusal SideEnded = new("side-ended", "这张工单已经交了，或者撤下了。刷新看看。");

    public static readonly Refusal Supervised = new("supervised", "这件已经在督办，先把那次督办了结。");

    public static readonly Refusal SupervisionEnded = new("supervision-ended", "这次督办已经了结了。");

    public static readonly Refusal DayPast = new("day-past", "要填今天以后的一天。", "Until");

    public static readonly Refusal AssessedAlready = new("assessed", "这一边已经评过了。");

    public static readonly Refusal OtherHalf = new("other-half", "吹哨单位和上级要由两位同志分开评，您已经评过一边，另一边请别人来评。");

    public static readonly Refusal NotCalled = new("not-called", "只有吹哨叫来、已经交了结果或撤下的单位才要评。");

    public static Refusal SidesOpen(int count) => new(SidesOpenCode, $"还有 {count} 个单位没交结果。先等他们交，或写明原因撤下，再办这一步。");

    public static Refusal ReturnLate(string by) => new("return-late", $"退单要在 {by}提出，现在过了。首接单位要负责到底；办不了可以报请上级。");

    public static Refusal ChasedToday(string again) => new("chased", $"您已经催过一次，办的同志收到了。{again}以后可以再催。");
}
