using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace UnionHall.Requests.Data;

/// <summary>Stores an enum as its kebab-case name, readable in SQL and stable when members move.</summary>
internal static class EnumText
{
    public static PropertyBuilder<TEnum> AsText<TEnum>(this PropertyBuilder<TEnum> property)
        where TEnum : struct, Enum => property.HasConversion(new ValueConverter<TEnum, string>(value => Code(value), code => Parse<TEnum>(code)));

    public static PropertyBuilder<TEnum?> AsText<TEnum>(this PropertyBuilder<TEnum?> property)
        where TEnum : struct, Enum => property.HasConversion(new ValueConverter<TEnum, string>(value => Code(value), code => Parse<TEnum>(code)));

    public static string Code<TEnum>(TEnum value)
        where TEnum : struct, Enum => Codes<TEnum>.ByValue[value];

    public static TEnum Parse<TEnum>(string code)
        where TEnum : struct, Enum => Codes<TEnum>.ByCode[code];

    public static TEnum? TryParse<TEnum>(string? code)
        where TEnum : struct, Enum => code is not null && Codes<TEnum>.ByCode.TryGetValue(code, out var value) ? value : null;

    private static class Codes<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>()
            .ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, TEnum> ByCode = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
