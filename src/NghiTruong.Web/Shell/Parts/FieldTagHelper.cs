using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NghiTruong.Texts;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>
/// One question of a form: label, hint, what went wrong, control, in that order; what was typed stays, right or wrong.
/// <c>&lt;field for="Input.Content" label="petition.content" hint="petition.content.hint" rows="6" /&gt;</c>. The control follows the type: text, <c>rows</c>
/// for long text, <see cref="DateOnly"/> as officials type it, numbers, <see cref="bool"/> as a tick, <c>items</c> as a list (<c>radio</c> for a few),
/// <see cref="IFormFile"/> as a file. Content, when given, is the control itself; give it the id that <c>asp-for</c> gives.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper(TextTable texts, HtmlEncoder encoder) : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Lines of a long text.</summary>
    public int Rows { get; set; }

    /// <summary>Choices of a list.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Shows the choices one under the other instead of in a list.</summary>
    public bool Radio { get; set; }

    /// <summary>First, empty choice of a list.</summary>
    public string? Choose { get; set; }

    /// <summary>Marks a question one need not answer.</summary>
    public bool Optional { get; set; }

    /// <summary>type of the input where the property's own type does not tell: tel, email, password, search.</summary>
    public string? Type { get; set; }

    /// <summary>w-date, w-number, w-half; chosen by type unless given.</summary>
    public string? Width { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>File kinds taken, as in HTML's accept.</summary>
    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    public bool Autofocus { get; set; }

    /// <summary>Which keyboard a phone shows.</summary>
    public string? Inputmode { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    private string Name => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, "_");

    private Type Of => Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        FieldLabels.Of(View.HttpContext)[Name] = texts[Label];
        var errors = Errors();
        var isGroup = Radio && Items is not null;
        output.TagName = isGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", errors.Count > 0 ? "field has-error" : "field");
        if (Of == typeof(bool) && Items is null && content.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(ErrorHtml(errors)).AppendHtml(Tick());

            return;
        }

        output.Content.AppendHtml(LabelHtml(isGroup)).AppendHtml(HintHtml()).AppendHtml(ErrorHtml(errors));
        output.Content.AppendHtml(content.IsEmptyOrWhiteSpace ? new HtmlString(Control(errors.Count > 0)) : content);
    }

    private bool IsFile => typeof(IFormFile).IsAssignableFrom(Of) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(Of);

    /// <summary>What went wrong here. A browser never keeps the file of a form that comes back refused: whoever chose one is told, or it would be lost silently.</summary>
    private ModelErrorCollection Errors()
    {
        var state = View.ViewData.ModelState;
        var errors = state.TryGetValue(Name, out var entry) ? entry.Errors : [];
        if (IsFile && errors.Count == 0 && !state.IsValid && View.HttpContext.Request is { HasFormContentType: true } request && request.Form.Files.Any(f => f.Name == Name))
        {
            errors = [];
            errors.Add("shell.error.chooseFileAgain");
        }

        return errors;
    }

    private string E(string? text) => encoder.Encode(text ?? "");

    private string LabelHtml(bool isGroup)
    {
        var words = E(texts[Label]) + (Optional ? $" <span class=\"optional\">({E(texts["shell.field.optional"])})</span>" : "");

        return isGroup ? $"<legend id=\"{Id}\" tabindex=\"-1\">{words}</legend>" : $"<label for=\"{Id}\">{words}</label>";
    }

    private string HintHtml()
    {
        var hint = Hint ?? (Of == typeof(DateOnly) ? "shell.field.dateHint" : null);

        return hint is null ? "" : $"<p class=\"hint\" id=\"{Id}-hint\">{E(texts[hint])}</p>";
    }

    private string ErrorHtml(ModelErrorCollection errors) => errors.Count == 0
        ? ""
        : $"<p class=\"field-error\" id=\"{Id}-error\">{Ui.Icon("warn").Value}<span>{string.Join(' ', errors.Select(e => E(texts.OfError(e))))}</span></p>";

    private string Typed() =>
        View.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } attempted ? attempted : Shown(For.Model);

    private static string Shown(object? value) => value switch
    {
        null => "",
        DateOnly date => Ui.Date(date),
        Enum named => named.ToString(),
        // As the choices of a list write it.
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private string Common(bool isWrong)
    {
        var told = string.Join(' ', new[] { Hint is not null || Of == typeof(DateOnly) ? $"{Id}-hint" : null, isWrong ? $"{Id}-error" : null }.Where(t => t is not null));

        return $"id=\"{Id}\" name=\"{E(Name)}\""
            + (told.Length > 0 ? $" aria-describedby=\"{told}\"" : "")
            + (isWrong ? " aria-invalid=\"true\"" : "")
            + (Autofocus ? " autofocus" : "")
            + (Autocomplete is null ? "" : $" autocomplete=\"{E(Autocomplete)}\"");
    }

    private string Control(bool isWrong)
    {
        if (Items is not null)
        {
            return Radio ? Radios(isWrong) : Select(isWrong);
        }

        if (Rows > 0)
        {
            return $"<textarea {Common(isWrong)} class=\"form-control {Width}\" rows=\"{Rows}\">\n{E(Typed())}</textarea>";
        }

        return IsFile ? File(isWrong) : Input(isWrong);
    }

    private string Input(bool isWrong)
    {
        var isNumber = Of == typeof(int) || Of == typeof(long) || Of == typeof(decimal);
        var mode = Inputmode ?? (Of == typeof(DateOnly) ? "text" : isNumber ? "numeric" : null);
        var width = Width ?? (Of == typeof(DateOnly) ? "w-date" : isNumber ? "w-number" : "");
        var value = Type == "password" ? "" : $" value=\"{E(Typed())}\"";

        return $"<input {Common(isWrong)} type=\"{Type ?? "text"}\" class=\"form-control {width}\"{(mode is null ? "" : $" inputmode=\"{mode}\"")}{value}>";
    }

    private string File(bool isWrong) =>
        $"<input {Common(isWrong)} type=\"file\" class=\"form-control\"{(Accept is null ? "" : $" accept=\"{E(Accept)}\"")}{(Multiple ? " multiple" : "")}>";

    private string Select(bool isWrong)
    {
        var typed = Typed();
        var choose = Choose is null ? "" : $"<option value=\"\">{E(texts[Choose])}</option>";
        var options = Items!.Select(i => $"<option value=\"{E(i.Value)}\"{(IsChosen(i, typed) ? " selected" : "")}>{E(i.Text)}</option>");

        return $"<select {Common(isWrong)} class=\"form-select {Width}\"{(Multiple ? " multiple" : "")}>{choose}{string.Concat(options)}</select>";
    }

    private string Radios(bool isWrong)
    {
        var typed = Typed();
        var told = isWrong ? $" aria-describedby=\"{Id}-error\"" : "";
        var ticks = Items!.Select((item, i) =>
            $"<div class=\"form-check\"><input class=\"form-check-input\" type=\"radio\" id=\"{Id}-{i}\" name=\"{E(Name)}\" value=\"{E(item.Value)}\"{told}{(IsChosen(item, typed) ? " checked" : "")}>"
            + $"<label class=\"form-check-label\" for=\"{Id}-{i}\">{E(item.Text)}</label></div>");

        return $"<div class=\"choices\">{string.Concat(ticks)}</div>";
    }

    private static bool IsChosen(SelectListItem item, string typed) => typed.Length == 0 ? item.Selected : string.Equals(item.Value, typed, StringComparison.Ordinal);

    private string Tick()
    {
        var isOn = Typed().StartsWith("true", StringComparison.OrdinalIgnoreCase);
        var hint = Hint is null ? "" : $"<span class=\"hint d-block\" id=\"{Id}-hint\">{E(texts[Hint])}</span>";
        var told = Hint is null ? "" : $" aria-describedby=\"{Id}-hint\"";

        return $"<div class=\"form-check\"><input class=\"form-check-input\" type=\"checkbox\" id=\"{Id}\" name=\"{E(Name)}\" value=\"true\"{told}{(isOn ? " checked" : "")}>"
            + $"<label class=\"form-check-label\" for=\"{Id}\">{E(texts[Label])}</label>{hint}</div>";
    }
}
