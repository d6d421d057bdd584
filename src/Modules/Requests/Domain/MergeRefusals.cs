using UnionHall.Platform;

namespace UnionHall.Requests.Domain;

/// <summary>Why a request does not come under another or out of it, in the words of its reader.</summary>
internal static class MergeRefusals
{
    public static readonly Refusal Itself = new("merge-itself", "这就是您打开的这一件，选另一件。", "Target");

    public static readonly Refusal Unknown = new("merge-unknown", "没有找到这个编号，或者它不归您看。", "Target");

    public static readonly Refusal IsHead = new("merge-head", "有别的件并在这件里。要么把那些件并到这件来，要么先把它们拆开。");

    public static readonly Refusal TargetMerged = new("merge-target-merged", "那一件自己也并在别的件里，请选它并到的那一件。", "Target");

    public static readonly Refusal TargetEnded = new("merge-target-ended", "那一件已经办结了，只有“同一位职工又说了一遍”的才能并过去，让他看结果。", "Target");

    public static readonly Refusal OtherPerson = new("merge-other-person", "两件留的电话或者姓名对不上，不是同一位职工。几位职工说的同一件事，选“几个人说的同一件事”。", "Kind");

    public static readonly Refusal PersonUnknown = new("merge-person-unknown", "那一件已经办结了，又核不出是不是同一位职工（没有能对上的电话或姓名），不能并过去。请分开办。", "Target");

    public static readonly Refusal TargetGone = new("merge-target-gone", "那一件职工撤回了，或者已经指了别的路，不能并过去。", "Target");

    public static readonly Refusal Again = new("merge-again", "职工说过没解决的，或者重办的，要先给他答复，不能并走。");

    public static readonly Refusal Accused = new(
        "merge-accused", "两件里有一件到过另一件反映的单位，或者正在反映的人手上，或者到过举报人自己单位的工会，并在一起就看得到。不能并，请分开办。", "Target");

    public static readonly Refusal NotCollective = new("not-collective", "这件现在只有一位职工，不用推选代表。");

    public static readonly Refusal NotRepresentative = new("not-representative", "您现在不是代表，不用再退。");

    public static readonly Refusal NotMerged = new("not-merged", "这件没有并在别的件里。刷新看看。");

    public static readonly Refusal Nothing = new("nothing-new", "这些您之前都说过，办的情况看得到。有新情况的话，写新的那部分。", "Text");

    public static Refusal TooManyRepresentatives(int chosen, int most) =>
        new("representatives", $"代表人数不得超过 {most} 人，现在选了 {chosen} 人（《信访工作条例》第二十条：提出共同的信访事项的，应当推选代表，代表人数不得超过 5 人）。", "Chosen");
}
