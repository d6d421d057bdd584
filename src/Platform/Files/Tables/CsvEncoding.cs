using System.Text;

namespace UnionHall.Platform.Files.Tables;

/// <summary>A byte order mark decides; else what is valid UTF-8 is UTF-8; else it is GB 18030, which Chinese Excel writes.</summary>
internal static class CsvEncoding
{
    static CsvEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Looks through the whole stream and rewinds it.</summary>
    public static Encoding Detect(Stream stream)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        if (HasUtf16Mark(stream))
        {
            return Encoding.Unicode;
        }

        if (Fits(stream, utf8))
        {
            return utf8;
        }

        var chinese = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return Fits(stream, chinese)
            ? chinese
            : throw new TableRefusedException("文件里的文字认不出来。请另存为 xlsx，或另存为“CSV UTF-8”再上传。");
    }

    private static bool HasUtf16Mark(Stream stream)
    {
        Span<byte> mark = stackalloc byte[2];
        var length = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        return length == 2 && mark is [0xFF, 0xFE] or [0xFE, 0xFF];
    }

    private static bool Fits(Stream stream, Encoding encoding)
    {
        try
        {
            using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
            var block = new char[1 << 15];
            for (var read = reader.Read(block); read > 0; read = reader.Read(block))
            {
                if (block.AsSpan(0, read).Contains('\0'))
                {
                    return false;
                }
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }
}
