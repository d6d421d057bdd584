using Microsoft.AspNetCore.Http;

namespace UnionHall.Requests.Open311;

/// <summary>Why something was not done: the status as the specification has it, and a sentence for people.</summary>
internal sealed record Open311Error(int Status, string Sentence)
{
    public static Open311Error Wrong(string sentence) => new(StatusCodes.Status400BadRequest, sentence);

    public static Open311Error Forbidden(string sentence) => new(StatusCodes.Status403Forbidden, sentence);

    public static Open311Error NotFound(string sentence) => new(StatusCodes.Status404NotFound, sentence);

    public static Open311Document Document(IEnumerable<Open311Error> errors) => new("errors", new Several("error", [.. errors.Select(error => (object)new List<Part>
    {
        new("code", error.Status),
        new("description", error.Sentence),
    })]));
}
