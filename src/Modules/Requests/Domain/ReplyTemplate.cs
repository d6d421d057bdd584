using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>Words to start from. The union's are dated data with a basis; a handler's own are changed in place.</summary>
internal sealed class ReplyTemplate
{
    public Guid Id { get; private init; }

    /// <summary>The same through all versions.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Whose own it is; null: the union's.</summary>
    public AccountId? Owner { get; private init; }

    public TemplateUse Use { get; private set; }

    /// <summary>Code of a service; null: of any.</summary>
    public string? Service { get; private set; }

    public string Name { get; private set; } = "";

    public string Words { get; private set; } = "";

    /// <summary>False: from this day on it is not offered.</summary>
    public bool IsUsed { get; private set; }

    public DateOnly ValidFrom { get; private init; }

    public string Basis { get; private set; } = "";

    public static ReplyTemplate Of(string code, TemplateText text, bool isUsed, DateOnly from, string basis, DateTimeOffset at) =>
        new ReplyTemplate { Id = SortableId.Next(at), Code = code, ValidFrom = from }.Become(text, isUsed, basis);

    public static ReplyTemplate OwnOf(AccountId owner, TemplateText text, DateOnly today, DateTimeOffset at)
    {
        var id = SortableId.Next(at);
        return new ReplyTemplate { Id = id, Code = $"own-{id}", Owner = owner, ValidFrom = today }.Become(text, isUsed: true, "");
    }

    public ReplyTemplate Become(TemplateText text, bool isUsed, string basis)
    {
        (Use, Service, Name, Words, IsUsed, Basis) = (text.Use, text.Service, text.Name, text.Words, isUsed, basis);
        return this;
    }

    public TemplateText Text => new(Use, Service, Name, Words);
}

/// <summary>What of a template is written by people.</summary>
internal sealed record TemplateText(TemplateUse Use, string? Service, string Name, string Words);

/// <summary>For which act of the desk a template is.</summary>
internal enum TemplateUse
{
    Reply = 1,
    Ask,
    Decline,

    /// <summary>Why it takes longer, told with a pause, an extension or a deferral.</summary>
    Extension,

    /// <summary>The end of a dispute.</summary>
    Decision,
}

internal static class TemplateUses
{
    public static string Chinese(this TemplateUse use) => use switch
    {
        TemplateUse.Reply => "答复",
        TemplateUse.Ask => "问职工",
        TemplateUse.Decline => "告知去处",
        TemplateUse.Extension => "延期、暂停、挂账的原因",
        _ => "没解决以后的决定",
    };
}
