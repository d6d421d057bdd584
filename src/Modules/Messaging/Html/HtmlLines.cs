using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using UnionHall.Messaging.Quotes;

namespace UnionHall.Messaging.Html;

/// <summary>HTML as lines of text, each with what the markup says of it: quoted, signature, start of the history.</summary>
internal sealed class HtmlLines
{
    private const int Deepest = 2000;
    private const int FarthestOpen = 100;

    private readonly List<BodyLine> lines = [];
    private readonly StringBuilder line = new();
    private readonly List<(string Name, LineMark Mark)> open = [];
    private int quotes;
    private int signatures;
    private int pres;
    private bool isTail;
    private bool wantsSpace;
    private bool wasTight;

    public static IReadOnlyList<BodyLine> Read(string html)
    {
        var reader = new HtmlLines();
        foreach (var token in HtmlTokens.Read(html))
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    reader.Text(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    reader.Start(token);
                    break;
                case HtmlTokenType.EndTag:
                    reader.End(token.Name);
                    break;
            }
        }

        reader.EndLine();
        return reader.lines;
    }

    private void Text(string text)
    {
        foreach (var letter in text)
        {
            if (pres > 0 && letter == '\n')
            {
                NewLine();
            }
            else if (pres > 0 && letter == ' ')
            {
                line.Append(' ');
            }
            else if (letter is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                wantsSpace = true;
            }
            else
            {
                Append(letter == '\u00A0' ? ' ' : letter);
            }
        }
    }

    private void Append(char letter)
    {
        if (wantsSpace && line.Length > 0)
        {
            line.Append(' ');
        }

        wantsSpace = false;
        line.Append(letter);
    }

    private void Start(HtmlToken token)
    {
        var isBlock = IsBlock(token.Name);
        if (isBlock)
        {
            EndLine();
            ParagraphGap(token);
        }

        switch (token.Name)
        {
            case "br":
                NewLine();
                return;
            case "hr":
                lines.Add(new BodyLine("________________________________", Mark()));
                return;
            case "li":
                line.Append("- ");
                break;
            case "td" or "th":
                wantsSpace = true;
                break;
        }

        if (!IsVoid(token.Name) && open.Count < Deepest)
        {
            var mark = MarkupSigns.Of(token);
            open.Add((token.Name, mark));
            Count(token.Name, mark, 1);
            isTail |= mark == LineMark.Tail;
        }
    }

    private void End(string name)
    {
        if (IsBlock(name))
        {
            EndLine();
        }

        for (var at = open.Count - 1; at >= Math.Max(0, open.Count - FarthestOpen); at--)
        {
            if (open[at].Name == name)
            {
                foreach (var closed in open.Skip(at))
                {
                    Count(closed.Name, closed.Mark, -1);
                }

                open.RemoveRange(at, open.Count - at);
                break;
            }
        }

        if (name is "p" or "h1" or "h2" or "h3" && lines is [.., { Text.Length: > 0 }] && !wasTight)
        {
            lines.Add(new BodyLine(string.Empty, Mark()));
        }
    }

    // Outlook writes each line as a paragraph without a gap.
    private void ParagraphGap(HtmlToken token)
    {
        if (token.Name == "p")
        {
            wasTight = HtmlTokens.Attribute(token, "class")?.StartsWith("Mso", StringComparison.OrdinalIgnoreCase) == true;
        }

        if (token.Name is "p" && !wasTight && lines is [.., { Text.Length: > 0 }])
        {
            lines.Add(new BodyLine(string.Empty, Mark()));
        }
    }

    private void Count(string name, LineMark mark, int by)
    {
        quotes += mark == LineMark.Quote ? by : 0;
        signatures += mark == LineMark.Signature ? by : 0;
        pres += name == "pre" ? by : 0;
    }

    private LineMark Mark() => isTail ? LineMark.Tail : quotes > 0 ? LineMark.Quote : signatures > 0 ? LineMark.Signature : LineMark.None;

    private void EndLine()
    {
        if (line.Length > 0)
        {
            NewLine();
        }

        wantsSpace = false;
    }

    private void NewLine()
    {
        lines.Add(new BodyLine(line.ToString().TrimEnd(), Mark()));
        line.Clear();
        wantsSpace = false;
    }

    private static bool IsVoid(string name) => name is "br" or "hr" or "img" or "meta" or "link" or "input" or "base" or "col" or "wbr" or "area" or "embed" or "param" or "source" or "track";

    private static bool IsBlock(string name) => name is "p" or "div" or "tr" or "table" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" or "blockquote" or "pre" or "hr"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "center" or "section" or "article" or "header" or "footer" or "body" or "form" or "address" or "caption";
}
