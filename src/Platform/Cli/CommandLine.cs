using System.Globalization;
using System.Text.Json;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Cli;

/// <summary>What was typed after a verb: values, and options written --name value or --flag.</summary>
public sealed class CommandLine
{
    private readonly Dictionary<string, string?> options = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<string> values = [];
    private int taken;

    public CommandLine(IEnumerable<string> words, TextWriter output, TextWriter error, IReadOnlyCollection<string> flags)
    {
        (Out, Error) = (output, error);
        Read(new Queue<string>(words), flags);
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    public bool Json => Flag("json");

    /// <summary>The value at this place, counted from 0; a missing one is wrong usage.</summary>
    public string Value(int place, string name)
    {
        taken = Math.Max(taken, place + 1);
        return place < values.Count ? values[place] : throw new WrongUsageException($"缺少 {name}。");
    }

    /// <summary>All values, at least one.</summary>
    public IReadOnlyList<string> Values(string name)
    {
        Value(0, name);
        taken = values.Count;
        return values;
    }

    public string? Option(string name)
    {
        asked.Add(name);
        return options.GetValueOrDefault(name);
    }

    public string RequiredOption(string name) => Option(name) ?? throw new WrongUsageException($"缺少 --{name}。");

    public bool Flag(string name)
    {
        asked.Add(name);
        return options.ContainsKey(name);
    }

    public int Number(string name, int otherwise) => Option(name) switch
    {
        null => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new WrongUsageException($"--{name} 要一个非负整数，不能是“{text}”。"),
    };

    /// <summary>Refuses values and options the verb never asked for. Call after all of them are read.</summary>
    public void RefuseOthers()
    {
        if (values.Count > taken)
        {
            throw new WrongUsageException($"多了“{values[taken]}”。");
        }

        if (options.Keys.FirstOrDefault(name => !asked.Contains(name) && name is not "json") is { } other)
        {
            throw new WrongUsageException($"没有 --{other} 这个选项。");
        }
    }

    public void WriteJson(object answer) => Out.WriteLine(JsonSerializer.Serialize(answer, ChangeRecorder.Json));

    private void Read(Queue<string> words, IReadOnlyCollection<string> flags)
    {
        while (words.TryDequeue(out var word))
        {
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                values.Add(word);
                continue;
            }

            var name = word[2..];
            options[name] = flags.Contains(name) ? null
                : words.TryDequeue(out var value) ? value
                : throw new WrongUsageException($"--{name} 后面缺少值。");
        }
    }
}
