using UnionHall.Platform;

namespace UnionHall.Requests.Domain;

/// <summary>Why the rules of a request say no, in the words of its reader.</summary>
internal static class Refusals
{
    public static Refusal NotWhile(RequestState state, string act) =>
        new("wrong-state", $"这件现在是“{state.Chinese()}”，不能{act}。刷新看看最新情况。");

    public static Refusal NotWhileForWorker(RequestState state, string act) =>
        new("wrong-state", $"这件事现在是“{state.ForWorker()}”，不用再{act}。刷新看看最新情况。");

    public static readonly Refusal SameUnit = new("same-unit", "这件已经在这个单位手里了，请选它下面的单位。", "Unit");

    public static readonly Refusal NotBelow = new("not-below", "只能派给本单位下面的单位。要请上级帮忙，请写内部记录并联系上级派单员。", "Unit");

    public static readonly Refusal LimitAfterPromise = new("limit-after-promise", "办理期限不能晚于答应职工的日期，请选早一点。", "Days");

    public static readonly Refusal LimitIsOver = new("limit-is-over", "您打开之后，答应职工的日期已经过了，不能再当办理期限。请另选一个。", "Days");

    public static readonly Refusal LimitMissing = new("limit-missing", "已经答复过职工了，答应他的那天不再算数。请给这一段另定一个期限。", "Days");

    public static readonly Refusal NotHere = new("not-here", "这件现在不在您单位手里，只能看，不能办。");
}
