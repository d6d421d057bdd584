using System.Globalization;

namespace UnionHall.Platform.Ui;

/// <summary>Numbers as the pages say them (interface rules, section 5): thousands comma, counting unit, — for not recorded.</summary>
public static class SpokenNumber
{
    /// <summary>What stands where nothing was recorded. Zero is 0.</summary>
    public const string NotRecorded = "—";

    /// <summary>34,210 or —.</summary>
    public static string Of(long? number) => number?.ToString("#,0", CultureInfo.InvariantCulture) ?? NotRecorded;

    /// <summary>1,448 场, 0 件 or —.</summary>
    /// <param name="number">How many; null when not recorded.</param>
    /// <param name="unit">The counting unit: 件 人 人次 场 家 份 户.</param>
    public static string Of(long? number, string unit) => number is null ? NotRecorded : $"{Of(number)} {unit}";

    /// <summary>88%（312 人评）: a share never stands without the number it was worked out of; — when that is 0.</summary>
    /// <param name="part">How many of them.</param>
    /// <param name="whole">Out of how many.</param>
    /// <param name="of">What was counted, e.g. 人评.</param>
    public static string Share(long part, long whole, string of) =>
        whole == 0 ? NotRecorded : $"{Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)}%（{Of(whole)} {of}）";

    /// <summary>12.5 MB, 340 KB: sizes of files.</summary>
    public static string Bytes(long bytes) => bytes < 1024 * 1024
        ? $"{Math.Max(1, (bytes + 512) / 1024)} KB"
        : (bytes / (1024.0 * 1024)).ToString("0.#", CultureInfo.InvariantCulture) + " MB";
}
