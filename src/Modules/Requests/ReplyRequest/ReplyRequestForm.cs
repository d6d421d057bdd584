using UnionHall.Requests.Acting;
using UnionHall.Text;

namespace UnionHall.Requests.ReplyRequest;

/// <summary>An answer to the worker, and what its writer made of the hints about it.</summary>
internal class ReplyRequestForm : EntryForm
{
    /// <summary>Keys of the hints that were on the page when it was sent.</summary>
    public List<string> Looked { get; set; } = [];

    /// <summary>Why a hint does not apply, by its key.</summary>
    public Dictionary<string, string?> Reasons { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Where parts of it come from: path and title of each, as put in from suggestions.</summary>
    public List<string> Sources { get; set; } = [];

    /// <summary>Files of his own draft that came back, to go with this one.</summary>
    public List<Guid> Brought { get; set; } = [];

    public string ReasonFor(string key) => PlainText.SingleLine(Reasons.GetValueOrDefault(key));
}
