using UnionHall.Platform;

namespace UnionHall.Requests.Domain;

/// <summary>Why a clock does not move, in the words of its reader.</summary>
internal static class ClockRefusals
{
    public static readonly Refusal Decided = new("ask-decided", "这个申请已经有人批过了。刷新看看结果。");

    public static readonly Refusal OwnAsk = new("own-ask", "自己申请的不能自己批，要由另一位同志来定。");

    public static readonly Refusal AskOpen = new("ask-open", "已经有一个申请在等批复，批下来再申请别的。");

    public static readonly Refusal Stands = new("clock-stands", "时限现在是停着的，先恢复计时。");

    public static readonly Refusal Runs = new("clock-runs", "时限没有停，不用恢复。");

    public static readonly Refusal Late = new("clock-late", "已经超期了，延期、暂停要在到期前申请。现在请尽快答复职工。");

    public static readonly Refusal UntilPast = new("until-past", "要填今天以后的一天。", "Until");

    public static readonly Refusal UntilFar = new("until-far", "这一天太远了，一年以内才行，到时再看。", "Until");

    public static readonly Refusal NoExtension = new("no-extension", "按现在的时限规则，这类诉求不能延期。", "Kind");

    public static readonly Refusal Answered = new("answered", "已经答复过职工了，答复期限不用再延。", "Kind");

    public static readonly Refusal SameUrgency = new("same-urgency", "本来就是这个紧急程度。", "Urgency");

    public static readonly Refusal LateUrgency = new("late-urgency", "答应职工的日子已经过了，不能再改成更宽的时限。请尽快答复；确实一时解决不了的，申请挂账。", "Urgency");

    public static readonly Refusal LooserFromAbove = new("looser-from-above", "派出去以后，放宽时限要由上一级来改。需要更多时间，请申请延期。", "Urgency");

    public static readonly Refusal AskLapsed = new("ask-lapsed", "申请以后已经答复过职工了，这个申请不用再批。");

    public static readonly Refusal AllCounts = new("all-counts", "这一项已经办好了，或者按规则没有不算的时间。刷新看看。");

    public static Refusal ExcludedDays(string what, DateOnly start, DateOnly? written) =>
        new("excluded-days", $"{what}的日期要在 {(written?.AddDays(1) ?? start):yyyy-MM-dd} 和今天之间，先开始后结束。", "From");

    public static Refusal ExtendedBefore(int times) => new("extended-before", $"规则只许延期 {times} 次，已经延过了。", "Kind");

    public static Refusal TooLong(string most) => new("extension-long", $"一次最多延 {most}。", "Amount");
}
