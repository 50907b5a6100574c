using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NghiTruong.Texts;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>On top of a refused form: what went wrong, each line leading to its field. Nothing when nothing did.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(TextTable texts, HtmlEncoder encoder) : TagHelper
{
    /// <summary>What did not come of it, where that was not saving.</summary>
    public string Title { get; set; } = "shell.error.summary";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = View.ViewData.ModelState;
        if (state.ErrorCount == 0)
        {
            output.SuppressOutput();

            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Content.AppendHtml($"<h2>{Ui.Icon("warn").Value}{encoder.Encode(texts[Title])}</h2><ul>");
        output.Content.AppendHtml(new Lines(state, texts, FieldLabels.Of(View.HttpContext))).AppendHtml("</ul>");
    }

    /// <summary>Written when the page is, by which time the fields below have told their labels and their order.</summary>
    private sealed record Lines(ModelStateDictionary State, TextTable Texts, Dictionary<string, string> Labels) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var order = Labels.Keys.ToList();
            foreach (var (name, entry) in State.OrderBy(s => order.IndexOf(s.Key)))
            {
                foreach (var error in entry?.Errors ?? [])
                {
                    writer.Write(Line(name, Texts.OfError(error), encoder));
                }
            }
        }

        private string Line(string name, string text, HtmlEncoder encoder)
        {
            var named = Labels.TryGetValue(name, out var label) ? $"{label}: {char.ToLower(text[0], CultureInfo.InvariantCulture)}{text[1..]}" : text;

            return name.Length == 0
                ? $"<li>{encoder.Encode(named)}</li>"
                : $"<li><a href=\"#{TagBuilder.CreateSanitizedId(name, "_")}\">{encoder.Encode(named)}</a></li>";
        }
    }
}

/// <summary>Labels of the fields on the page being written, by name.</summary>
internal static class FieldLabels
{
    public static Dictionary<string, string> Of(HttpContext context)
    {
        if (context.Items[typeof(FieldLabels)] is not Dictionary<string, string> labels)
        {
            context.Items[typeof(FieldLabels)] = labels = new(StringComparer.Ordinal);
        }

        return labels;
    }
}
