using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.Tests.WeChat.Protocol;

public sealed class WeChatSignatureTests
{
    [Theory]
    [InlineData("bd816b7b28ebd41b1125ee0a71cb1e95be8ccae8", "weixin", "1565490724", "1004712460")]
    [InlineData("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "QDG6eK", "1409659589", "263014780", "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==")]
    [InlineData("cf2fd8ef5f72f594846c7aa97f55d8fc28845373", "QDG6eK", "1409659589", "263014780", "sKqRbbiSUnDhFHOvPjtUMZKo/x1DjkKnHZ+bKiZjrKdchOoKl0t7R6XDLAf9Enn3dOyx0XXw7mlSyoHaFKMDMrp4lYTyhAfm/g9Ji6EfLP9B2OZK0r/buB+DOuoxt/i0")]
    [InlineData("5d197aaffba7e9b25a30732f161a50dee96bd5fa", "spamtest", "1409735669", "1320562132", Vectors.SdkEncrypted)]
    [InlineData("82c962d39941aa48552f90ef55aa323dc620cc10", "pamtest", "1409304348", "xxxxxx", "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==")]
    public void Of_TheVectors(string signature, params string[] parts)
    {
        WeChatSignature.Of(parts).ShouldBe(signature);
        WeChatSignature.Matches(signature, parts).ShouldBeTrue();
        WeChatSignature.Matches(signature[..^1] + (signature[^1] == '0' ? '1' : '0'), parts).ShouldBeFalse();
        WeChatSignature.Matches("", parts).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://mp.weixin.qq.com?params=value")]
    [InlineData("http://mp.weixin.qq.com?params=value#here")]
    public void OfPage_TheVector(string url) =>
        WeChatSignature.OfPage("sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg", "Wm3WZYTPz0wzccnW", "1414587457", url)
            .ShouldBe("0f9de62fce790f9a083d5c99e95740ceb90c27ed");

    [Fact]
    public void OAuthAddress_KeepsTheOrder() =>
        OAuthAddress.Of(new Uri("https://open.weixin.qq.com"), "wx1", new Uri("https://gh.example.cn/wechat/back?a=1&b=2"), "s t")
            .ShouldBe("https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1&redirect_uri=https%3A%2F%2Fgh.example.cn%2Fwechat%2Fback%3Fa%3D1%26b%3D2&response_type=code&scope=snsapi_base&state=s%20t#wechat_redirect");
}
