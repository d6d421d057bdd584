using System.Text.Json;

namespace UnionHall.Platform.Data;

/// <summary>How an enum stands in a column: EndedByOwner is ended-by-owner, as in the JSON of events.</summary>
public static class EnumWord
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <exception cref="ArgumentException">No value has this word.</exception>
    public static TEnum Read<TEnum>(string word)
        where TEnum : struct, Enum =>
        Array.Find(Enum.GetValues<TEnum>(), value => Of(value) == word) is var found && Of(found) == word
            ? found
            : throw new ArgumentException($"{typeof(TEnum).Name} has no value {word}.", nameof(word));
}
