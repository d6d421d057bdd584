using UnionHall.Messaging.Mime;

namespace UnionHall.Messaging.Tests.Mime;

/// <summary>
/// The shared mails against their index. The index is what Python's email package sees, so where we see something else it
/// is listed here with the reason.
/// </summary>
public sealed class MailFilesTests
{
    private const int IndexCutsSubjectsAt = 80;

    // The byte order mark in front of the first header hides all headers from Python.
    private static readonly Dictionary<string, string> OtherSubject = new(StringComparer.Ordinal) { ["mimekit-feedback-report.txt"] = "FW: Earn money" };

    private static readonly Dictionary<string, (int Parts, string Why)> OtherParts = new(StringComparer.Ordinal)
    {
        ["mimekit-feedback-report.txt"] = (5, "Python stumbles over the byte order mark and sees one text; there is a box with text, report block and returned letter."),
        ["mail-raw_email_with_binary_encoded.eml"] = (2, "The index lost the boundary with equals signs; there is a box with a picture."),
        ["mail-raw_email_with_illegal_boundary.eml"] = (3, "The same: a box with a text and an HTML part."),
        ["mimekit-rfc2046.0.eml"] = (1, "Half a file is not a letter: message/partial stays a file."),
        ["mimekit-rfc2046.1.eml"] = (1, "The same."),
        ["mail-multipart_report_multiple_status.eml"] = (12, "Python counts the gap between two blank lines of a delivery status as a part."),
        ["mimekit-delivery-status-no-blank-line.txt"] = (6, "The same."),
    };

    // Headers and nothing behind them.
    private static readonly HashSet<string> NothingToRead =
        ["mail-bad_date_header.eml", "mail-bad_date_header2.eml", "mail-empty_in_reply_to.eml", "mail-missing_body.eml", "mail-must_supply_encoding.eml", "py-msg_24.txt"];

    public static TheoryData<string> Files() => [.. Rows().Select(row => row.File).DefaultIfEmpty("index.csv")];

    /// <summary>Those whose parts the index counts.</summary>
    public static TheoryData<string> Counted() => [.. Rows().Where(row => row.Parts is not null).Select(row => row.File).DefaultIfEmpty("index.csv")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_EverySharedMail_GivesItsSubjectAndSomethingToRead(string file)
    {
        var row = RowOf(file);
        var mail = Mail.Read(file);

        Squeezed(mail.Subject[..Math.Min(mail.Subject.Length, row.Subject.Length == IndexCutsSubjectsAt ? IndexCutsSubjectsAt : int.MaxValue)]).ShouldBe(OtherSubject.GetValueOrDefault(file) ?? Squeezed(row.Subject));
        (mail.Text.Length + (mail.Quoted?.Length ?? 0) + mail.Attachments.Count > 0).ShouldBe(!NothingToRead.Contains(file));
        mail.Text.ShouldNotContain('\r');
        mail.Text.ShouldNotContain('\0');
    }

    [Theory]
    [MemberData(nameof(Counted))]
    public void Read_EverySharedMail_HasThePartsOfTheIndex(string file)
    {
        var row = RowOf(file);
        var root = new PartReader(new MailWarnings()).ReadMessage(Mail.Bytes(file));

        Count(root).ShouldBe(OtherParts.TryGetValue(file, out var other) ? other.Parts : row.Parts!.Value, other.Why);
    }

    // Python makes a part of each block of a delivery status.
    private static int Count(MimePart part) =>
        1 + part.Children.Sum(Count) + (part.Type.Name == "message/delivery-status" ? Blocks(part) : 0);

    private static int Blocks(MimePart part) =>
        System.Text.Encoding.Latin1.GetString(part.Decode(new MailWarnings()).Span).ReplaceLineEndings("\n").Trim('\n').Split("\n\n").Length;

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static (string File, int? Parts, string Subject) RowOf(string file)
    {
        var rows = Rows();
        Assert.SkipWhen(rows.Count == 0, "The shared data is not here.");
        return rows.Single(row => row.File == file);
    }

    private static List<(string File, int? Parts, string Subject)> Rows()
    {
        var index = Testing.Repository.SharedData("mail/index.csv");
        return index is null ? [] : [.. File.ReadLines(index).Skip(1).Select(line => line.Split(',')).Select(Row)];
    }

    // A subject with a comma makes more cells: what stands behind it is counted from the end.
    private static (string File, int? Parts, string Subject) Row(string[] cells) =>
        (cells[0], int.TryParse(cells[4], out var parts) ? parts : null, string.Join(',', cells[6..^4]).Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal));
}
