namespace UnionHall.Requests.Settings;

/// <summary>One number of this module as of a day, with the document it rests on.</summary>
internal sealed class RequestSetting
{
    public required string Key { get; init; }

    public DateOnly ValidFrom { get; init; }

    public int Value { get; init; }

    public required string Basis { get; init; }
}
