using UnionHall.Platform.Cli;

namespace UnionHall.Platform.Security;

internal sealed class RotateKeysCommand(KeyRingFile keys) : ICommand
{
    public string Verb => "keys rotate";

    public string Arguments => "[--json]";

    public string Summary => "换一把新的加密密钥；旧密钥留着，原来的资料照样打得开。";

    public Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        line.RefuseOthers();
        var number = keys.Rotate();
        if (line.Json)
        {
            line.WriteJson(new { key = number, file = keys.Path });
        }
        else
        {
            line.Out.WriteLine($"从现在起用第 {number} 号密钥加密。密钥文件：{keys.Path}，请另外备份，丢了它加密的资料就打不开了。");
        }

        return Task.FromResult(0);
    }
}
