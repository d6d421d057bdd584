using System.Text.Json;
using UnionHall.Messaging.ParseMail;
using UnionHall.Platform.Cli;

namespace UnionHall.Messaging.Tests.ParseMail;

public sealed class ParseMailTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("unionhall-mail-").FullName;

    [Fact]
    public async Task Parse_TwoLettersAndAMissingOne_PrintsTwoLinesAndOneSentence()
    {
        var (code, output, error) = await RunAsync("mail", "parse", File("a.eml"), Path.Combine(folder, "none.eml"), File("b.eml"));

        code.ShouldBe(1);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        error.ShouldContain("没有找到");
        error.ShouldContain("none.eml");
    }

    [Fact]
    public async Task Parse_ALetter_HasExactlyTheseFields()
    {
        var (code, output, _) = await RunAsync("mail", "parse", File("a.eml"));

        code.ShouldBe(0);
        var line = JsonDocument.Parse(output).RootElement;
        line.EnumerateObject().Select(field => field.Name).ShouldBe(["file", "messageId", "inReplyTo", "references", "date", "from", "to", "cc", "subject", "text", "quoted", "html", "attachments", "kind", "warnings"]);
        line.GetProperty("subject").GetString().ShouldBe("工资");
        line.GetProperty("kind").GetString().ShouldBe("letter");
        line.GetProperty("date").GetString().ShouldBe("2026-03-02T09:16:00+08:00");
        line.GetProperty("attachments")[0].EnumerateObject().Select(field => field.Name).ShouldBe(["name", "type", "size", "sha256"]);
    }

    [Fact]
    public async Task Parse_WithoutAFile_IsWrongUsage() => (await RunAsync("mail", "parse")).Code.ShouldBe(2);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, "From: a@b.cn\nSubject: =?utf-8?B?5bel6LWE?=\nDate: Mon, 2 Mar 2026 09:16:00 +0800\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n--b\nContent-Type: application/pdf; name=a.pdf\n\nx\n--b--\n");
        return path;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandRunner([new ParseMailCommand()]).RunAsync(words, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
