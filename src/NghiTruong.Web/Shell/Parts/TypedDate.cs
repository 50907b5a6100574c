using Microsoft.AspNetCore.Mvc.ModelBinding;
using NghiTruong.Language;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>Reads a date as officials write it (<c>5/7/2026</c>, <c>05.07.26</c>); an unreadable one stays in its field with a hint how to write it.</summary>
internal sealed class TypedDateBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        if (OfficialDate.TryParse(value.FirstValue, out var date))
        {
            bindingContext.Result = ModelBindingResult.Success(date);
        }
        else if (!string.IsNullOrWhiteSpace(value.FirstValue))
        {
            bindingContext.ModelState.AddModelError(bindingContext.ModelName, "shell.error.date");
        }
        else if (bindingContext.ModelMetadata.IsNullableValueType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }

        return Task.CompletedTask;
    }
}

internal sealed class TypedDateBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new TypedDateBinder() : null;
}
