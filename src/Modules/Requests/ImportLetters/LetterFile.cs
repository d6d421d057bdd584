using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Time;
using UnionHall.Text;

namespace UnionHall.Requests.ImportLetters;

/// <summary>Reads a table of letters and answers, CSV or xlsx, gzip or not, by its Chinese headings.</summary>
internal sealed class LetterFile
{
    private static readonly string[] Headings = ["留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "答复意见", "答复时间"];
    private static readonly string[] Times = ["yyyy/M/d H:mm:ss", "yyyy/M/d H:mm", "yyyy-M-d H:mm:ss", "yyyy-M-d H:mm"];

    private readonly HeadedTable table;
    private readonly int[] columns;
    private readonly DateTimeOffset now;

    private LetterFile(HeadedTable table, int[] columns, DateTimeOffset now) => (this.table, this.columns, this.now) = (table, columns, now);

    /// <summary>Opens the file behind the stream.</summary>
    /// <exception cref="TableRefusedException">No table, or a heading is missing.</exception>
    public static LetterFile Open(Stream content, DateTimeOffset now)
    {
        var letters = HeadedTable.Open(Plain(content));
        var places = Array.ConvertAll(Headings, heading => letters.Find(heading));
        var missing = Headings.Where((_, place) => places[place] < 0).ToList();
        return missing.Count == 0
            ? new LetterFile(letters, places, now)
            : throw new TableRefusedException($"表头缺少：{string.Join('、', missing)}。");
    }

    /// <summary>All rows in order, each a letter or a refusal.</summary>
    public IEnumerable<LetterRow> Rows()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var letter = Read(row);
            if (letter.Refusal is null && !seen.TryAdd(Convert.ToHexString(letter.Key), row.Number))
            {
                letter = LetterRow.Refused(row.Number, $"与第 {seen[Convert.ToHexString(letter.Key)]} 行是同一封信。");
            }

            yield return letter;
        }
    }

    private LetterRow Read(TableRow row)
    {
        string At(int place) => row.At(columns[place]);
        var words = PlainText.Clean(At(4));
        var reply = PlainText.Clean(At(5));
        if (words.Length == 0)
        {
            return LetterRow.Refused(row.Number, "留言详情是空的。");
        }

        if (reply.Length == 0)
        {
            return LetterRow.Refused(row.Number, "答复意见是空的。");
        }

        if (Time(At(3)) is not { } sentAt)
        {
            return LetterRow.Refused(row.Number, $"留言时间“{At(3)}”读不出日期和钟点。");
        }

        if (Time(At(6)) is not { } repliedAt)
        {
            return LetterRow.Refused(row.Number, $"答复时间“{At(6)}”读不出日期和钟点。");
        }

        if (repliedAt < sentAt || repliedAt > now)
        {
            return LetterRow.Refused(row.Number, repliedAt < sentAt ? "答复时间早于留言时间。" : "答复时间在将来。");
        }

        return new LetterRow
        {
            Row = row.Number,
            Key = SHA256.HashData(Encoding.UTF8.GetBytes($"{At(0)}\0{At(3)}\0{words}")),
            Sender = PlainText.SingleLine(At(1)),
            Title = PlainText.SingleLine(At(2)) is { Length: > 0 } title ? PlainText.Excerpt(title, 60) : PlainText.FirstSentence(words, 24),
            Words = words,
            SentAt = sentAt,
            Reply = reply,
            RepliedAt = repliedAt,
        };
    }

    private static DateTimeOffset? Time(string text) =>
        DateTime.TryParseExact(text.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? ChinaTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : null;

    private static Stream Plain(Stream content)
    {
        var isGzip = content.ReadByte() == 0x1F && content.ReadByte() == 0x8B;
        content.Position = 0;
        if (!isGzip)
        {
            return content;
        }

        var plain = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using var gzip = new GZipStream(content, CompressionMode.Decompress);
        gzip.CopyTo(plain);
        plain.Position = 0;
        return plain;
    }
}
