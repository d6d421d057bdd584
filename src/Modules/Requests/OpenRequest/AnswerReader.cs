using System.Text.Json;
using UnionHall.Platform.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenRequest;

/// <summary>Reads the stored answers to a service's questions.</summary>
internal static class AnswerReader
{
    public static IReadOnlyList<GivenAnswer> Read(string json) => JsonSerializer.Deserialize<GivenAnswer[]>(json, ChangeRecorder.Json) ?? [];
}
