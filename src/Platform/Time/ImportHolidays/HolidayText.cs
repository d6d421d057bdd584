using UnionHall.Platform.Files.Tables;

namespace UnionHall.Platform.Time.ImportHolidays;

/// <summary>Decodes a holiday file.</summary>
internal static class HolidayText
{
    public const int MostBytes = 256 * 1024;

    public static Result<string> Read(byte[] content)
    {
        if (content.Length > MostBytes)
        {
            return new Refusal("holiday-file-size", $"文件有 {content.Length / 1024} KB，放假安排不会超过 {MostBytes / 1024} KB。请看看是不是选错了文件。", "File");
        }

        try
        {
            using var stream = new MemoryStream(content);
            using var reader = new StreamReader(stream, CsvEncoding.Detect(stream));
            return reader.ReadToEnd();
        }
        catch (TableRefusedException problem)
        {
            return new Refusal("holiday-file-text", problem.Message, "File");
        }
    }
}
