using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace UnionHall.Platform.Ui;

/// <summary>What the framework says about a wrong field, in plain Chinese. A message written on an attribute wins.</summary>
internal sealed class ChineseMessages : IValidationMetadataProvider
{
    public static void Apply(MvcOptions options)
    {
        var said = options.ModelBindingMessageProvider;
        said.SetAttemptedValueIsInvalidAccessor((value, field) => $"“{value}”放在这里不合适，换一个");
        said.SetMissingBindRequiredValueAccessor(_ => "这里还没填");
        said.SetMissingKeyOrValueAccessor(() => "这里还没填");
        said.SetMissingRequestBodyRequiredValueAccessor(() => "送来的内容是空的");
        said.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”放在这里不合适，换一个");
        said.SetNonPropertyUnknownValueIsInvalidAccessor(() => "这里填的认不出来，换一个");
        said.SetNonPropertyValueMustBeANumberAccessor(() => "这里要填数字");
        said.SetUnknownValueIsInvalidAccessor(_ => "这里填的认不出来，换一个");
        said.SetValueIsInvalidAccessor(value => $"“{value}”放在这里不合适，换一个");
        said.SetValueMustBeANumberAccessor(_ => "这里要填数字");
        said.SetValueMustNotBeNullAccessor(_ => "这里还没填");
        options.ModelMetadataDetailsProviders.Add(new ChineseMessages());
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessageResourceName is null && (rule.ErrorMessage is null || IsFrameworkDefault(rule)))
            {
                rule.ErrorMessage = Sentence(rule);
            }
        }
    }

    // These few carry their English sentence where others have null.
    private static bool IsFrameworkDefault(ValidationAttribute rule) => rule switch
    {
        EmailAddressAttribute => rule.ErrorMessage == new EmailAddressAttribute().ErrorMessage,
        PhoneAttribute => rule.ErrorMessage == new PhoneAttribute().ErrorMessage,
        UrlAttribute => rule.ErrorMessage == new UrlAttribute().ErrorMessage,
        _ => false,
    };

    // {1} and {2} are filled in by the attribute itself.
    private static string? Sentence(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "这里还没填",
        StringLengthAttribute { MinimumLength: > 0 } => "这里要 {2} 到 {1} 个字",
        StringLengthAttribute or MaxLengthAttribute => "太长了，最多 {1} 个字",
        MinLengthAttribute => "太短了，至少 {1} 个字",
        RangeAttribute => "要在 {1} 到 {2} 之间",
        EmailAddressAttribute => "邮箱不完整，应像 name@example.com",
        PhoneAttribute => "电话里只能有数字、空格、- 和 +",
        UrlAttribute => "网址要以 http:// 或 https:// 开头",
        CompareAttribute => "两次填的不一样",
        RegularExpressionAttribute => "这里填的不合要求，换一个",
        LengthAttribute => "这里要 {1} 到 {2} 个",
        _ => null,
    };
}
