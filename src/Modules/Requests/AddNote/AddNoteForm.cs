using UnionHall.Requests.Acting;

namespace UnionHall.Requests.AddNote;

/// <summary>A note with those whom it names, by tick; others by @ in the text.</summary>
internal sealed class AddNoteForm : EntryForm
{
    public List<Guid> Mentions { get; set; } = [];
}
