using UnionHall.Platform;

namespace UnionHall.Requests.Acting;

/// <summary>Why the desk says no before the entity is asked.</summary>
internal static class DeskRefusals
{
    /// <summary>Unknown and out of scope are told alike, so that nobody learns what exists.</summary>
    public static readonly Refusal NotFound = new("not-found", "找不到这件，或者它不归您看。");

    public static readonly Refusal Collided = new("collided", "您打开之后，这件刚刚又有了新动静。您写的还在下面，先看看最新情况，没问题再发一次。");

    public static readonly Refusal OwnReply = new("own-reply", "职工对您的答复说“没解决”，要由另一位同志来看。可以写内部记录，或转交给同事。");

    public static readonly Refusal OwnUnit = new("own-unit", "举报件不能派给被反映人所在的单位工会，请选别的单位。", "Unit");

    public static readonly Refusal Accused = new("own-unit", "这件反映的就是这个单位，或者它的人，不能派给它。请选别的单位。", "Unit");

    public static readonly Refusal AccusedPerson = new("accused-person", "这件反映的就是这位同志，不能转给他。", "To");

    public static readonly Refusal OwnUnitBeside = new("own-unit", "职工要对自己单位保密，或者反映的就是自己单位，不能请他单位的工会来办。请选别的单位。");

    public static readonly Refusal MaybeOwnUnitBeside = new("own-unit", "职工没说在哪个单位上班，基层工会都可能是他自己的单位，不能请它们。请选街道或别的工会。");

    public static readonly Refusal MaybeOwnUnit = new("own-unit", "职工没说在哪个单位上班，基层工会都可能是被反映的单位，举报件不能派给它们。请选街道或别的上级工会。", "Unit");
}
