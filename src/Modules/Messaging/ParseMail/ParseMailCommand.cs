using UnionHall.Messaging.Mime;
using UnionHall.Platform.Cli;

namespace UnionHall.Messaging.ParseMail;

internal sealed class ParseMailCommand : ICommand
{
    public string Verb => "mail parse";

    public string Arguments => "FILE…";

    public string Summary => "读邮件文件，每封信打印一行 JSON；只读不存，不需要数据库。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var files = line.Values("FILE");
        line.RefuseOthers();
        var code = 0;
        foreach (var file in files)
        {
            try
            {
                line.WriteJson(ParsedMail.Of(file, MailReader.Read(await File.ReadAllBytesAsync(file, stop))));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                await line.Error.WriteLineAsync($"没有读 {file}：{FileTrouble.Say(problem)}");
                code = 1;
            }
        }

        return code;
    }
}
