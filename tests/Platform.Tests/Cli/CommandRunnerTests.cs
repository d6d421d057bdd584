using UnionHall.Platform.Cli;

namespace UnionHall.Platform.Tests.Cli;

public sealed class CommandRunnerTests
{
    [Theory]
    [InlineData("没有“nonsense”这个命令", "nonsense")]
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
            await line.Out.WriteAsync(words.AsMemory(), stop);
            return 1;
        }
    }
}
