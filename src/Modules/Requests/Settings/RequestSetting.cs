namespace UnionHall.Requests.Settings;

/// <summary>One number of this module as of a day, with the document it rests on.</summary>
internal sealed class RequestSetting
{
    public required string Key { get; init; }

    public DateOnly ValidFrom { get; init; }

    public int Value { get; private set; }

    public required string Basis { get; set; }

    public static RequestSetting Of(string key, DateOnly from, int value, string basis) => new() { Key = key, ValidFrom = from, Value = value, Basis = basis };

    /// <summary>Another number from the same day on.</summary>
    public void Become(int value, string basis) => (Value, Basis) = (value, basis);
}
