using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A reply template of the union is another from a day on, new, or not used any more.</summary>
public sealed record ReplyTemplateChanged(string Code, bool IsUsed, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("reply-template", Guid.Empty);
}

/// <summary>Someone wrote or changed a reply template of his own.</summary>
public sealed record OwnTemplateKept(Guid Template) : IDomainEvent
{
    public Subject Subject => new("reply-template", Template);
}

/// <summary>Someone threw a reply template of his own away.</summary>
public sealed record OwnTemplateForgotten(Guid Template) : IDomainEvent
{
    public Subject Subject => new("reply-template", Template);
}

/// <summary>An internal note named colleagues, who are told.</summary>
public sealed record ColleaguesMentioned(RequestId Request, string Reference, IReadOnlyList<AccountId> Accounts) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A macro is another from a day on, new, or not used any more.</summary>
public sealed record MacroChanged(string Code, bool IsUsed, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("macro", Guid.Empty);
}
