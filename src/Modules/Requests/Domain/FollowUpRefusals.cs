using UnionHall.Platform;

namespace UnionHall.Requests.Domain;

/// <summary>Why a follow-up says no, in the words of its caller.</summary>
internal static class FollowUpRefusals
{
    public static readonly Refusal NotFound = new("not-found", "找不到这次回访，或者它不归您打。");

    public static readonly Refusal NoPhone = new("no-phone", "他没有留号码，或者身份保密，由他自己的页面来问，不打电话。");

    public static readonly Refusal TriedToday = new("tried-today", "今天已经打过一次，没打通。换一天再打，最好换个时段。");

    public static readonly Refusal WhenLater = new("when-later", "填一下约在什么时候，要在以后两周之内。", "Again");

    public static readonly Refusal Handled = new("handled-it", "这件您经办过，回访要由没有办过的人来打。请留给同事。");

    public static readonly Refusal OfTheUnit = new("of-the-unit", "您在办这件事的单位里经办诉求，回访要由别人来打。请留给同事。");

    public static readonly Refusal Collided = new("collided", "刚刚有人动过这次回访。看看最新情况，没问题再存一次。");

    public static readonly Refusal WordLate = new("word-late", "这次评价的时间过了。事情有变化，可以再说一件事，或者拨打 12351。");

    public static Refusal Claimed(string caller) => new("claimed", $"{caller}正在打这个电话。他没有记下结果的话，半小时以后再来。");

    public static Refusal PutOffMost(int most) => new("put-off-most", $"已经改约过 {most} 次，不能再约。没打通记“没人接”，他不想说记“不愿意说”。", "Again");

    public static Refusal Ended(FollowUpState state) => new("ended", $"这次回访已经结束：{state.Chinese()}。");
}
