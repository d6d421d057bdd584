using System.Globalization;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Open311;

/// <summary>Which requests a caller wants to see.</summary>
/// <param name="References">These and no others; null for all.</param>
/// <param name="IsOpen">Open or closed ones only; null for both.</param>
internal sealed record PublicFilter(UnitId Jurisdiction, IReadOnlyList<string>? References, IReadOnlyList<string>? Services, DateTimeOffset From, DateTimeOffset To, bool? IsOpen, int Page, int Size)
{
    public const int Most = 1_000;
    private static readonly TimeSpan Span = TimeSpan.FromDays(90);

    public static (PublicFilter? Filter, IReadOnlyList<Open311Error> Errors) Read(Open311Arguments arguments, UnitId jurisdiction, DateTimeOffset now)
    {
        var errors = new List<Open311Error>();
        if (arguments.ListOf("service_request_id") is { } wanted)
        {
            return (new PublicFilter(jurisdiction, [.. wanted.Take(Most).Select(Reference.Parse).OfType<string>()], null, default, default, null, 1, Most), errors);
        }

        var (start, end) = (Date(arguments, "start_date", errors), Date(arguments, "end_date", errors));
        var to = end ?? (start is { } first && first + Span < now ? first + Span : now);
        to = end is null && start > to ? start.Value : to;
        var from = start ?? to - Span;
        if (errors.Count == 0 && (from > to || to - from > Span))
        {
            errors.Add(Open311Error.Wrong("start_date 要在 end_date 之前，两个相隔最多 90 天。"));
        }

        var statuses = arguments.ListOf("status") ?? [];
        if (statuses.Any(status => status is not ("open" or "closed")))
        {
            errors.Add(Open311Error.Wrong("status 只能是 open、closed，或者两个都写，用逗号隔开。"));
        }

        var (page, size) = (Number(arguments, "page", 1, 100_000, errors), Number(arguments, "page_size", Most, Most, errors));
        bool? isOpen = statuses.Distinct(StringComparer.Ordinal).Count() == 1 ? statuses[0] == "open" : null;
        return errors.Count > 0 ? (null, errors) : (new PublicFilter(jurisdiction, null, arguments.ListOf("service_code"), from, to, isOpen, page, size), errors);
    }

    public static PublicFilter One(UnitId jurisdiction, string? reference) => new(jurisdiction, reference is null ? [] : [reference], null, default, default, null, 1, 1);

    private static DateTimeOffset? Date(Open311Arguments arguments, string name, List<Open311Error> errors)
    {
        if (arguments.Of(name) is not { } typed)
        {
            return null;
        }

        if (Open311Time.Read(typed) is { } read)
        {
            return read;
        }

        errors.Add(Open311Error.Wrong($"{name} 要写成 2026-11-20T08:15:30+08:00 这样。"));
        return null;
    }

    private static int Number(Open311Arguments arguments, string name, int otherwise, int most, List<Open311Error> errors)
    {
        if (arguments.Of(name) is not { } typed)
        {
            return otherwise;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        errors.Add(Open311Error.Wrong($"{name} 要是 1 到 {most} 的整数。"));
        return otherwise;
    }
}
