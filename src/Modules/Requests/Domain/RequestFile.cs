using UnionHall.Platform.Files;

namespace UnionHall.Requests.Domain;

/// <summary>A photo or document of a request, attached to the timeline entry it came with.</summary>
internal sealed class RequestFile
{
    public FileId FileId { get; init; }

    public RequestId RequestId { get; init; }

    public Guid EntryId { get; set; }

    /// <summary>Only the desk sees it when the entry is internal.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Goes on to another line, and is read by whom that line is for.</summary>
    public void MoveTo(TimelineEntry entry) => (EntryId, IsPublic) = (entry.Id, entry.IsPublic);
}
