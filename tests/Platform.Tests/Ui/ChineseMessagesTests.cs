using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Ui;

/// <summary>What the framework says by itself is Chinese too.</summary>
public sealed class ChineseMessagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData(nameof(Sample.Name), null, "这里还没填")]
    [InlineData(nameof(Sample.Title), "12345678901", "太长了，最多 10 个字")]
    [InlineData(nameof(Sample.Code), "1", "这里要 2 到 6 个字")]
    [InlineData(nameof(Sample.Mail), "x", "邮箱不完整，应像 name@example.com")]
    [InlineData(nameof(Sample.Own), null, "写一句就能交")]
    public void Attribute_WithoutAMessageOfItsOwn_SpeaksChinese(string property, string? value, string sentence)
    {
        var metadata = site.Services.GetRequiredService<IModelMetadataProvider>().GetMetadataForProperty(typeof(Sample), property);
        var rule = metadata.ValidatorMetadata.OfType<ValidationAttribute>().Single();

        rule.IsValid(value).ShouldBeFalse();
        rule.FormatErrorMessage(property).ShouldBe(sentence);
    }

    [Fact]
    public void Number_ThatIsNone_IsToldInChinese()
    {
        var metadata = site.Services.GetRequiredService<IModelMetadataProvider>().GetMetadataForProperty(typeof(Sample), nameof(Sample.Count));
        metadata.ModelBindingMessageProvider.ValueMustBeANumberAccessor(nameof(Sample.Count)).ShouldBe("这里要填数字");
        metadata.ModelBindingMessageProvider.AttemptedValueIsInvalidAccessor("三", nameof(Sample.Count)).ShouldBe("“三”放在这里不合适，换一个");
    }

    private sealed class Sample
    {
        [Required]
        public string? Name { get; set; }

        [StringLength(10)]
        public string? Title { get; set; }

        [StringLength(6, MinimumLength = 2)]
        public string? Code { get; set; }

        [EmailAddress]
        public string? Mail { get; set; }

        [Required(ErrorMessage = "写一句就能交")]
        public string? Own { get; set; }

        public int Count { get; set; }
    }
}
