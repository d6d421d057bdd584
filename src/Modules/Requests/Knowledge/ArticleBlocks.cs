namespace UnionHall.Requests.Knowledge;

/// <summary>How the text of an article is set: “## ” begins a heading, “- ” a point of a list, an empty line a paragraph.</summary>
internal static class ArticleBlocks
{
    private const string Heading = "## ";
    private const string Point = "- ";

    public static IReadOnlyList<ArticleBlock> Of(string words)
    {
        var blocks = new List<ArticleBlock>();
        foreach (var line in words.Split('\n'))
        {
            var kind = line.StartsWith(Heading, StringComparison.Ordinal) ? BlockKind.Heading
                : line.StartsWith(Point, StringComparison.Ordinal) ? BlockKind.List
                : BlockKind.Paragraph;
            var text = (kind switch { BlockKind.Heading => line[Heading.Length..], BlockKind.List => line[Point.Length..], _ => line }).Trim();
            if (text.Length == 0)
            {
                blocks.Add(new ArticleBlock(BlockKind.Gap, []));
            }
            else if (kind != BlockKind.Heading && blocks.Count > 0 && blocks[^1].Kind == kind)
            {
                blocks[^1].Lines.Add(text);
            }
            else
            {
                blocks.Add(new ArticleBlock(kind, [text]));
            }
        }

        return [.. blocks.Where(block => block.Kind != BlockKind.Gap)];
    }

    /// <summary>The first paragraph: what it comes to.</summary>
    public static string First(string words)
    {
        var blocks = Of(words);
        return string.Join("", (blocks.FirstOrDefault(block => block.Kind == BlockKind.Paragraph) ?? blocks.FirstOrDefault())?.Lines ?? []);
    }

    /// <summary>Without its marks, for excerpts and answers.</summary>
    public static string Plain(string words) =>
        string.Join('\n', words.Split('\n').Select(line => line.StartsWith(Heading, StringComparison.Ordinal) ? line[Heading.Length..] : line));
}

internal enum BlockKind
{
    Paragraph,
    Heading,
    List,
    Gap,
}

internal sealed record ArticleBlock(BlockKind Kind, List<string> Lines);
