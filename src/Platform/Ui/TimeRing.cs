using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace UnionHall.Platform.Ui;

/// <summary>What a time ring tells by its shape.</summary>
public enum RingState
{
    /// <summary>An arc: time is left.</summary>
    Ok = 1,

    /// <summary>An arc with a dot: four fifths of the limit are spent.</summary>
    Soon,

    /// <summary>Filled, with an exclamation mark.</summary>
    Late,

    /// <summary>Two bars: it waits for the worker.</summary>
    Wait,

    /// <summary>Filled, with a tick.</summary>
    Done,
}

/// <summary>Draws the time ring: an arc as long as the share of the limit that is spent. It always stands beside words, so it is hidden from screen readers.</summary>
public static class TimeRing
{
    private const int SizeWithLabel = 46;

    /// <param name="state">The shape.</param>
    /// <param name="share">0 to 1, how much of the limit is spent; not used for late and done.</param>
    /// <param name="size">Pixels: 20–24 in rows, 34 in headers, 46 and more with a label inside.</param>
    /// <param name="label">At most three characters, e.g. 4天; shown from 46 pixels on.</param>
    public static IHtmlContent Html(RingState state, double share = 0, int size = 22, string? label = null) => new HtmlString(
        $"<svg class=\"uh-ring uh-ring--{Name(state)}\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 40 40\" aria-hidden=\"true\">{Shapes(state, share, size, label)}</svg>");

    private static string Shapes(RingState state, double share, int size, string? label) => state switch
    {
        RingState.Late => "<circle class=\"f\" cx=\"20\" cy=\"20\" r=\"20\"/><path class=\"g\" stroke-width=\"5\" d=\"M20 10v12M20 29.5v.1\"/>",
        RingState.Done => "<circle class=\"f\" cx=\"20\" cy=\"20\" r=\"20\"/><path class=\"g\" stroke-width=\"4.5\" d=\"M11.5 21l6 6 11-13\"/>",
        RingState.Wait => Arc(share, size) + "<path class=\"g\" stroke-width=\"4\" d=\"M16 14v12M24 14v12\"/>",
        _ when size >= SizeWithLabel && label is not null => $"{Arc(share, size)}<text x=\"20\" y=\"24.5\">{HtmlEncoder.Default.Encode(label)}</text>",
        RingState.Soon => Arc(share, size) + "<circle class=\"d\" cx=\"20\" cy=\"20\" r=\"6\"/>",
        _ => Arc(share, size),
    };

    private static string Arc(double share, int size)
    {
        var (radius, width) = size >= 34 ? ("18", "4") : ("17.5", "5");
        var percent = Math.Round(Math.Clamp(double.IsFinite(share) ? share : 0, 0, 1) * 100).ToString(CultureInfo.InvariantCulture);
        return $"<circle class=\"t\" cx=\"20\" cy=\"20\" r=\"{radius}\" stroke-width=\"{width}\"/><circle class=\"a\" cx=\"20\" cy=\"20\" r=\"{radius}\" stroke-width=\"{width}\" pathLength=\"100\" stroke-dasharray=\"{percent} 100\" transform=\"rotate(-90 20 20)\"/>";
    }

    private static string Name(RingState state) => state switch
    {
        RingState.Soon => "soon",
        RingState.Late => "late",
        RingState.Wait => "wait",
        RingState.Done => "done",
        _ => "ok",
    };
}
