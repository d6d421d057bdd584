using System.ComponentModel.DataAnnotations;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Text;

namespace UnionHall.Requests.RecordContact;

internal sealed class RecordContactForm
{
    public static readonly IReadOnlyList<string> Ways = ["电话", "当面", "短信", "微信"];

    [Required(ErrorMessage = "选一下怎么联系的。")]
    public string? Means { get; set; }

    /// <summary>yes or no.</summary>
    [Required(ErrorMessage = "选一下联系上了没有。")]
    public string? Reached { get; set; }

    [Required(ErrorMessage = "写一句说了什么。")]
    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Words { get; set; }

    public uint? Seen { get; set; }
}

/// <summary>Writes down that the worker was called or met; the first time he is reached stops the contact clock.</summary>
internal sealed class RecordContactHandler(RequestDesk desk, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, RecordContactForm form, CancellationToken stop) =>
        form.Means is { } means && RecordContactForm.Ways.Contains(means)
            ? await desk.ActAsync(
                Act.Contact, actor, reference, form.Seen,
                request => Task.FromResult(request.Contacted(means, PlainText.Clean(form.Words), form.Reached == "yes", actor, clock.GetUtcNow())), stop)
            : new Refusal("means-missing", "选一下怎么联系的。", nameof(form.Means));
}
