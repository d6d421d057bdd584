namespace UnionHall.Requests;

/// <summary>Why one request is handled under another.</summary>
public enum MergeKind
{
    /// <summary>The same worker said it again.</summary>
    SamePerson = 1,

    /// <summary>Several workers said the same.</summary>
    SameMatter,
}

/// <summary>The Chinese words of merging.</summary>
public static class MergeWords
{
    public static string Chinese(this MergeKind kind) => kind switch
    {
        MergeKind.SamePerson => "同一位职工又说了一遍",
        _ => "几位职工说的是同一件事",
    };
}
