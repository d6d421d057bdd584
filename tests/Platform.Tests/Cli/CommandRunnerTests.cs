using UnionHall.Platform.Cli;

namespace UnionHall.Platform.Tests.Cli;

public sealed class CommandRunnerTests
{
    [Theory]
    [InlineData("没有“nonsense”这个命令", "nonsense")]
    [InlineData("没有“cop first”这个命令", "cop", "first")]
    [InlineData("缺少 FILE", "copy")]
    [InlineData("多了“second”", "copy", "first", "second")]
    [InlineData("没有 --colour 这个选项", "copy", "first", "--colour", "red")]
    [InlineData("--times 后面缺少值", "copy", "first", "--times")]
    [InlineData("--times 要一个非负整数，不能是“-1”", "copy", "first", "--times", "-1")]
    [InlineData("--times 要一个非负整数，不能是“99999999999999999999”", "copy", "first", "--times", "99999999999999999999")]
    public async Task Run_WhenUsedWrongly_SaysHowAndEndsWith2(string sentence, params string[] words)
    {
        var (code, said) = await RunAsync(words);

        code.ShouldBe(2);
        said.ShouldContain(sentence);
        said.ShouldContain("copy FILE");
    }

    [Fact]
    public async Task Run_WhenUsedAsTold_EndsWithTheVerbsOwnAnswer() => (await RunAsync("copy", "first", "--times", "3")).ShouldBe((1, "first 3"));

    [Theory]
    [InlineData("missing", "没有找到 /no/such.csv。")]
    [InlineData("folder", "/no 用不了：它是一个文件夹，或者没有权限。")]
    [InlineData("nowhere", "没有找到 /no/such/x，文件夹可能写错了。")]
    [InlineData("bug", "没有办成，是程序或者数据库出了问题")]
    public async Task Run_WhenItCannotBeDone_SaysWhyInChinese_AndEndsWith1(string trouble, string sentence)
    {
        var (code, said) = await RunAsync("copy", trouble, "--times", "0");

        code.ShouldBe(1);
        said.ShouldContain(sentence);
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] words)
    {
        using var said = new StringWriter();
        var code = await new CommandRunner([new Copy()]).RunAsync(words, said, said, TestContext.Current.CancellationToken);
        return (code, said.ToString());
    }

    private sealed class Copy : ICommand
    {
        public string Verb => "copy";

        public string Arguments => "FILE [--times N]";

        public string Summary => "抄一份。";

        public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
        {
            var words = $"{line.Value(0, "FILE")} {line.Number("times", 1)}";
            line.RefuseOthers();
            if (line.Number("times", 1) == 0)
            {
                throw Trouble(line.Value(0, "FILE"));
            }

            await line.Out.WriteAsync(words.AsMemory(), stop);
            return 1;
        }

        private static Exception Trouble(string kind) => kind switch
        {
            "missing" => new FileNotFoundException("Could not find file '/no/such.csv'.", "/no/such.csv"),
            "folder" => new UnauthorizedAccessException("Access to the path '/no' is denied."),
            "nowhere" => new DirectoryNotFoundException("Could not find a part of the path '/no/such/x'."),
            _ => new InvalidOperationException("A bug."),
        };
    }
}
