using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;
using NghiTruong.Refusals;
using NghiTruong.Texts;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>Brings refusals and shape errors to their fields. An error's text may be a code, or <c>code|value|value</c>.</summary>
public static class FormErrors
{
    /// <summary>Puts each refusal of the operation beside its field (<paramref name="prefix"/> is the page's bound property). True when there was one.</summary>
    public static bool Refuse(this ModelStateDictionary state, Result result, TextTable texts, string prefix = "Input")
    {
        foreach (var refusal in result.Refusals)
        {
            var key = refusal.Field is { } field ? $"{prefix}.{field}" : "";
            state.AddModelError(key, texts[refusal.Code, refusal.Values]);
        }

        return result.IsRefused;
    }

    /// <summary>The sentence of an error in the reader's language.</summary>
    public static string OfError(this TextTable texts, ModelError error)
    {
        var parts = (error.ErrorMessage.Length > 0 ? error.ErrorMessage : "shell.error.unreadable").Split('|');

        return parts.Length == 1 ? texts[parts[0]] : texts[parts[0], [.. parts[1..]]];
    }
}

/// <summary>Gives the attributes of an input their house texts, unless they name one themselves.</summary>
internal sealed class HouseMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute is { ErrorMessage: null, ErrorMessageResourceName: null })
            {
                attribute.ErrorMessage = MessageOf(attribute);
            }
        }
    }

    private static string MessageOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "shell.error.required",
        StringLengthAttribute or MaxLengthAttribute => "shell.error.tooLong|{1}",
        RangeAttribute => "shell.error.range|{1}|{2}",
        EmailAddressAttribute => "shell.error.email",
        CompareAttribute => "shell.error.compare",
        _ => "shell.error.invalid",
    };
}

/// <summary>The framework's own messages, as codes.</summary>
internal sealed class HouseBinding : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"shell.error.value|{value.Replace('|', ' ')}");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"shell.error.value|{value.Replace('|', ' ')}");
        messages.SetValueMustBeANumberAccessor(_ => "shell.error.number");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "shell.error.number");
        messages.SetValueIsInvalidAccessor(value => $"shell.error.value|{value.Replace('|', ' ')}");
        messages.SetValueMustNotBeNullAccessor(_ => "shell.error.required");
        messages.SetMissingBindRequiredValueAccessor(_ => "shell.error.required");
        messages.SetMissingKeyOrValueAccessor(() => "shell.error.required");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "shell.error.required");
        messages.SetUnknownValueIsInvalidAccessor(_ => "shell.error.invalid");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "shell.error.invalid");
        options.ModelMetadataDetailsProviders.Add(new HouseMessages());
        options.ModelBinderProviders.Insert(0, new TypedDateBinderProvider());
    }
}
