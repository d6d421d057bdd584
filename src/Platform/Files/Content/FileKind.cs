namespace UnionHall.Platform.Files.Content;

/// <summary>One kind of file the platform takes in.</summary>
/// <param name="MediaType">As it is stored and served.</param>
/// <param name="Extension">The one it is saved under.</param>
/// <param name="IsPhoto">Photos have a limit of their own and may be shown in place.</param>
/// <param name="Looks">True when the beginning of the content looks like it; the name is only asked for text, which has no mark of its own.</param>
/// <param name="Clean">Copies the content without what it should not carry; throws <see cref="RefusedContentException"/>.</param>
internal sealed record FileKind(string MediaType, string Extension, bool IsPhoto, FileKind.Test Looks, FileKind.Copy Clean)
{
    internal delegate bool Test(ReadOnlySpan<byte> content, string name);

    internal delegate void Copy(ReadOnlySpan<byte> content, Stream clean);
}
