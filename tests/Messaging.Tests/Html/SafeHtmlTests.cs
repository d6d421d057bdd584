using UnionHall.Messaging.Html;

namespace UnionHall.Messaging.Tests.Html;

/// <summary>Whatever comes in, what goes out is only what is on the list.</summary>
public sealed class SafeHtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>hello", "hello")]
    [InlineData("<SCRIPT SRC=//evil.example/x.js></SCRIPT>hello", "hello")]
    [InlineData("<style>@import 'x'; body{}</style>hello", "hello")]
    [InlineData("<p onclick=\"alert(1)\" style=\"position:fixed\">hello</p>", "<p>hello</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\" java\tscript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"data:text/html,x\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"//evil.example\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"https://a.example/?a=1&amp;b=2\" target=_blank>x</a>", "<a href=\"https://a.example/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\">x</a>")]
    [InlineData("<a href='https://a.example/\"onmouseover=alert(1)'>x</a>", "<a href=\"https://a.example/&quot;onmouseover=alert(1)\" rel=\"noopener noreferrer nofollow\">x</a>")]
    [InlineData("<img src=\"https://evil.example/pixel.gif\">x", "x")]
    [InlineData("<img src=x onerror=alert(1) alt=\"a<b\">", "[a&lt;b]")]
    [InlineData("<img src=\"cid:p1\" onload=alert(1)>", "<img src=\"cid:p1\" alt=\"\">")]
    [InlineData("<svg onload=alert(1)><script>alert(1)</script></svg>x", "x")]
    [InlineData("<svg><style><img src=x onerror=alert(1)></style></svg>x", "x")]
    [InlineData("<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">x", "x")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>x", "x")]
    [InlineData("<form action=//evil.example><input name=p><button>go</button></form>", "go")]
    [InlineData("<object data=x></object><embed src=x>y", "y")]
    [InlineData("<meta http-equiv=refresh content=0><base href=//evil.example><link rel=stylesheet href=x>y", "y")]
    [InlineData("<title></title><img src=x onerror=alert(1)>y", "y")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">y", "<p>y</p>")]
    [InlineData("<textarea><script>alert(1)</script></textarea>y", "y")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("<<script>script>alert(1)</script>y", "&lt;y")]
    [InlineData("<div><b>a</div>b", "<div><b>a</b></div>b")]
    [InlineData("</p></div>a", "a")]
    [InlineData("<td colspan=2 rowspan=9999 background=x>a</td>", "<td colspan=\"2\">a</td>")]
    [InlineData("<!--[if mso]><script>x</script><![endif]-->a", "a")]
    public void Clean_GivesOnlyWhatIsAllowed(string html, string expected) => SafeHtml.Clean(html).ShouldBe(expected);

    [Theory]
    [InlineData("<div>", "x")]
    [InlineData("<b><i>", "")]
    [InlineData("<table><tr><td>", "")]
    [InlineData("<p></b>", "x")]
    [InlineData("</div>", "")]
    [InlineData("<a href=x>", "")]
    [InlineData("<!--", "")]
    [InlineData("<", "")]
    [InlineData("&", "")]
    [InlineData("<blockquote>", "x")]
    public void Clean_AHundredThousandTags_IsDoneAtOnce(string tag, string end)
    {
        var html = string.Concat(Enumerable.Repeat(tag, 100_000)) + end;
        var watch = System.Diagnostics.Stopwatch.StartNew();

        SafeHtml.Clean(html);
        HtmlLines.Read(html);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("<p>one</p><p>two</p>", "one\n\ntwo")]
    [InlineData("<div>one</div><div>two<br>three</div>", "one\ntwo\nthree")]
    [InlineData("<p class=MsoNormal>one</p><p class=MsoNormal>two</p>", "one\ntwo")]
    [InlineData("a&nbsp;b&amp;c&#20013;", "a b&c中")]
    [InlineData("<ul><li>one<li>two</ul>", "- one\n- two")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "a b")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("<head><title>t</title><style>x{}</style></head><body>text</body>", "text")]
    public void Lines_OfHtml_ReadAsText(string html, string text) => Mail.InHtml(html).Text.ShouldBe(text);
}
