namespace UnionHall.Platform.Files.Content;

/// <summary>The content cannot be taken in; the message is the sentence for the person who sent it.</summary>
internal sealed class RefusedContentException(string code, string sentence) : Exception(sentence)
{
    public string Code { get; } = code;

    public static RefusedContentException Broken() =>
        new("file-broken", "这个文件不完整，可能没有传完或已经损坏。请换一份再传。");
}
