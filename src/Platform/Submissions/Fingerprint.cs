using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace UnionHall.Platform.Submissions;

/// <summary>A hash of what was sent, without the tokens that differ although nothing else does.</summary>
internal static class Fingerprint
{
    public static byte[] Of(HttpRequest request, IFormCollection form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, request.Path + request.QueryString);
        foreach (var (name, values) in form.Where(field => field.Key is not (SubmissionKey.Field or "__RequestVerificationToken")).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Append(hash, name);
            foreach (var value in values)
            {
                Append(hash, value ?? string.Empty);
            }
        }

        foreach (var file in form.Files)
        {
            Append(hash, $"{file.Name}/{file.FileName}/{file.Length}");
        }

        return hash.GetHashAndReset();
    }

    public static byte[] Of(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{request.Method} {request.Path}{request.QueryString}");
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
