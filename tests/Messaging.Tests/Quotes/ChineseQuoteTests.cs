namespace UnionHall.Messaging.Tests.Quotes;

/// <summary>Replies as the mail programs in use here write them.</summary>
public sealed class ChineseQuoteTests
{
    private const string Own = "主席您好：\n食堂的问题还没有解决。";

    [Theory]
    [InlineData("QQ", "------------------ 原始邮件 ------------------\n发件人: \"工会\" <union@example.com>;\n发送时间: 2026年3月2日(星期一) 上午9:16\n收件人: \"张三\"<zhang@example.com>;\n主题: 答复\n\n您反映的问题已经收到。")]
    [InlineData("QQ in English", "------------------ Original ------------------\nFrom:  \"union\"<union@example.com>;\nDate:  Mon, Mar 2, 2026 09:16 AM\n\n您反映的问题已经收到。")]
    [InlineData("QQ telephone", "---原始邮件---\n发件人: \"工会\"<union@example.com>\n发送时间: 2026年3月2日(周一) 上午9:16\n收件人: \"张三\"<zhang@example.com>;\n主题: 答复\n\n您反映的问题已经收到。")]
    [InlineData("Foxmail", "\n发件人： 工会\n发送时间： 2026-03-02 09:16\n收件人： 张三\n主题： 答复\n您反映的问题已经收到。")]
    [InlineData("Foxmail with its rule", "________________________________\nunion@example.com\n \n发件人： 工会\n发送时间： 2026-03-02 09:16\n收件人： 张三\n主题： 答复\n您反映的问题已经收到。")]
    [InlineData("163", "在 2026-03-02 09:16:00，\"工会\" <union@example.com> 写道：\n>您反映的问题已经收到。")]
    [InlineData("163 in English", "At 2026-03-02 09:16:00, \"union\" <union@example.com> wrote:\n>您反映的问题已经收到。")]
    [InlineData("163 Master", "---- 回复的原邮件 ----\n| 发件人 | 工会<union@example.com> |\n| 发送日期 | 2026年03月02日 09:16 |\n您反映的问题已经收到。")]
    [InlineData("163 forward", "-------- 转发邮件信息 --------\n发件人：\"工会\" <union@example.com>\n发送日期：2026-03-02 09:16:00\n收件人：张三\n主题：答复\n您反映的问题已经收到。")]
    [InlineData("Outlook", "发件人: 工会 <union@example.com>\n发送时间: 2026年3月2日 9:16\n收件人: 张三 <zhang@example.com>\n抄送: 李四\n主题: 答复\n\n您反映的问题已经收到。")]
    [InlineData("Outlook with bold", "*发件人:* 工会 <union@example.com>\n*发送时间:* 2026年3月2日 9:16\n*收件人:* 张三\n*主题:* 答复\n\n您反映的问题已经收到。")]
    [InlineData("Outlook old", "-----邮件原件-----\n发件人: 工会 [mailto:union@example.com]\n发送时间: 2026年3月2日 9:16\n收件人: 张三\n主题: 答复\n\n您反映的问题已经收到。")]
    [InlineData("Outlook in Taiwan", "寄件者: 工會 <union@example.com>\n寄件日期: 2026年3月2日 上午 09:16\n收件者: 張三\n主旨: 答覆\n\n您反映的问题已经收到。")]
    [InlineData("Gmail", "工会 <union@example.com> 于2026年3月2日周一 09:16写道：\n\n> 您反映的问题已经收到。")]
    [InlineData("Gmail on two lines", "工会 <union@example.com>\n于2026年3月2日周一 09:16写道：\n\n> 您反映的问题已经收到。")]
    [InlineData("Apple", "> 在 2026年3月2日，09:16，工会 <union@example.com> 写道：\n> \n> 您反映的问题已经收到。")]
    [InlineData("Apple without marks", "在 2026年3月2日，09:16，工会 <union@example.com> 写道：\n\n您反映的问题已经收到。")]
    [InlineData("iPhone", "发自我的 iPhone\n\n> 在 2026年3月2日，09:16，工会 <union@example.com> 写道：\n> \n> 您反映的问题已经收到。")]
    [InlineData("iPhone signature alone", "发自我的iPhone", "发自我的iPhone")]
    [InlineData("Huawei", "发自我的华为手机", "华为")]
    [InlineData("Xiaomi", "发自我的小米手机\n在 工会 <union@example.com>，2026年3月2日 上午9:16写道：\n\n您反映的问题已经收到。")]
    [InlineData("Xiaomi alone", "发自小米手机", "小米")]
    [InlineData("163 telephone", "发自 网易邮箱大师", "网易")]
    [InlineData("Outlook telephone", "获取 Outlook for Android", "Outlook")]
    [InlineData("telephone, sent from", "从我的 iPhone 发送", "iPhone")]
    [InlineData("QQ signature", "------------------\n张三\n第一分厂", "第一分厂")]
    [InlineData("signature", "-- \n张三\n第一分厂", "第一分厂")]
    public void Read_AReply_FoldsTheHistory(string program, string tail, string folded = "您反映的问题已经收到。")
    {
        var mail = Mail.Saying($"{Own}\n\n{tail}");

        mail.Text.ShouldBe(Own, program);
        mail.Quoted.ShouldNotBeNull(program).ShouldContain(folded);
    }

    [Theory]
    [InlineData("<div>主席您好：</div><div>食堂的问题还没有解决。</div><div><br></div><div style=\"font-size: 12px;padding:2px 0 2px 0;\">------------------&nbsp;原始邮件&nbsp;------------------</div><div><b>发件人:</b> 工会;</div><div>您反映的问题已经收到。</div>")]
    [InlineData("<div>主席您好：</div><div>食堂的问题还没有解决。</div><br><blockquote id=\"isReplyContent\" style=\"PADDING-LEFT: 1ex; BORDER-LEFT: #ccc 1px solid\">您反映的问题已经收到。</blockquote>")]
    [InlineData("<div>主席您好：<br>食堂的问题还没有解决。</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\">工会</div><div>您反映的问题已经收到。</div>")]
    [InlineData("<div dir=\"ltr\">主席您好：<br>食堂的问题还没有解决。</div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">工会 写道：<br></div><blockquote class=\"gmail_quote\">您反映的问题已经收到。</blockquote></div>")]
    [InlineData("<p class=MsoNormal>主席您好：</p><p class=MsoNormal>食堂的问题还没有解决。</p><div style='border:none;border-top:solid #B5C4DF 1.0pt'><p class=MsoNormal><b>发件人<span lang=EN-US>:</span></b> 工会 [mailto:union@example.com]<br><b>发送时间:</b> 2026年3月2日 9:16<br><b>收件人:</b> 张三<br><b>主题:</b> 答复</p></div><p class=MsoNormal>您反映的问题已经收到。</p>")]
    [InlineData("<div>主席您好：</div><div>食堂的问题还没有解决。</div><div class=\"ntes-mailmaster-quote\">---- 回复的原邮件 ----<br>您反映的问题已经收到。</div>")]
    public void Read_AReplyInHtml_FoldsTheHistory(string html)
    {
        var mail = Mail.InHtml(html);

        mail.Text.ShouldBe(Own);
        mail.Quoted.ShouldNotBeNull().ShouldContain("您反映的问题已经收到。");
    }

    [Theory]
    [InlineData("主席您好：\n请帮忙。\n\n张三\n13800000000")]
    [InlineData("情况如下：\n------\n一、没有合同\n二、没有社保\n以上请核实，盼复，我们等了很久了。")]
    [InlineData("公司在2022年11月的通知里写道：\n下月起取消补贴。\n请问合法吗？")]
    [InlineData("发自内心地感谢工会的帮助")]
    [InlineData("时间：3月2日\n地点：食堂\n主题：伙食")]
    [InlineData("我要反映：\n- 加班没有加班费\n- 社保没有交")]
    [InlineData("从去年开始工资都是月底发送")]
    public void Read_ALetterOfAWorker_IsNotCut(string text)
    {
        var mail = Mail.Saying(text);

        mail.Text.ShouldBe(text);
        mail.Quoted.ShouldBeNull();
    }

    [Fact]
    public void Read_AnswersBetweenTheLines_KeepTheQuestions()
    {
        var mail = Mail.Saying("> 您在哪个车间？\n三车间。\n> 从什么时候开始？\n三月。\n> 谢谢");

        mail.Text.ShouldBe("> 您在哪个车间？\n三车间。\n> 从什么时候开始？\n三月。");
        mail.Quoted.ShouldBe("> 谢谢");
    }

    [Fact]
    public void Read_AForwardWithoutAWord_IsShownWhole() =>
        Mail.Saying("-------- 转发邮件信息 --------\n发件人：李四 <li@example.com>\n工资没有发。").Text.ShouldContain("工资没有发。");
}
