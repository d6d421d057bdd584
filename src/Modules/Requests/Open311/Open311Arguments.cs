using Microsoft.AspNetCore.Http;

namespace UnionHall.Requests.Open311;

/// <summary>The arguments of a call, from its form or its address. One that is there but empty is as if it were not.</summary>
internal sealed class Open311Arguments(IEnumerable<(string Name, string Value)> given)
{
    private readonly ILookup<string, string> values = given.Where(one => !string.IsNullOrWhiteSpace(one.Value)).ToLookup(one => one.Name, one => one.Value.Trim(), StringComparer.Ordinal);

    public static async Task<Open311Arguments> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        var address = request.Query.SelectMany(field => field.Value.Select(value => (field.Key, value ?? "")));
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return new Open311Arguments(address);
        }

        var form = await FormAsync(request, stop);
        return new Open311Arguments(form.SelectMany(field => field.Value.Select(value => (field.Key, (value ?? "").Replace("\0", "", StringComparison.Ordinal)))).Concat(address));
    }

    /// <summary>A form that cannot be read, such as one with an escaped NUL, is the caller's fault.</summary>
    private static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken stop)
    {
        try
        {
            return await request.ReadFormAsync(stop);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or (IOException and not BadHttpRequestException) && !stop.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, unreadable);
        }
    }

    /// <summary>The first value; null for none.</summary>
    public string? Of(string name) => values[name].FirstOrDefault();

    public IReadOnlyList<string> AllOf(string name) => [.. values[name]];

    /// <summary>The parts of a list such as a,b,c.</summary>
    public IReadOnlyList<string>? ListOf(string name) =>
        Of(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The answers to a definition: attribute[CODE]=v, or attribute[CODE][]=v for each of several.</summary>
    public IReadOnlyList<string> Attribute(string code) => [.. values[$"attribute[{code}]"], .. values[$"attribute[{code}][]"]];
}
