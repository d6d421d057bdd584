using System.Text.Json;
using UnionHall.Platform.Data;

namespace UnionHall.Organisation.Imports;

/// <summary>The state of a row as text: equal texts mean that nothing changed.</summary>
internal static class ImportImage
{
    public static string Of<T>(T state) => JsonSerializer.Serialize(state, ChangeRecorder.Json);

    public static T Read<T>(string image) => JsonSerializer.Deserialize<T>(image, ChangeRecorder.Json)!;
}
