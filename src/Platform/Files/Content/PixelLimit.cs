namespace UnionHall.Platform.Files.Content;

/// <summary>A small file may claim a huge picture that takes down the browser that opens it.</summary>
internal static class PixelLimit
{
    /// <summary>Above every phone camera sold (200 megapixels).</summary>
    private const long Pixels = 210_000_000;

    public static void Check(long width, long height)
    {
        if (width == 0 || height == 0)
        {
            throw RefusedContentException.Broken();
        }

        if (width * height > Pixels)
        {
            throw new RefusedContentException("picture-too-large", $"这张图片有 {width}×{height} 像素，太大了，打不开。请缩小后再传。");
        }
    }
}
