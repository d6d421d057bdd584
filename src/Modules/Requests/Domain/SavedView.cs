using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>A list someone wants to find again.</summary>
internal sealed class SavedView : IRaiseEvents
{
    private SavedView()
    {
    }

    public Guid Id { get; private init; }

    public AccountId Account { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The words of the address, without the leading question mark.</summary>
    public string Query { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public EventList Events { get; } = new();

    public static SavedView Of(AccountId account, string name, string query, DateTimeOffset at)
    {
        var view = new SavedView { Id = SortableId.Next(at), Account = account, CreatedAt = at };
        view.Change(name, query);
        return view;
    }

    public void Change(string name, string query)
    {
        (Name, Query) = (name, query);
        Events.Add(new ViewSaved(Id));
    }
}
