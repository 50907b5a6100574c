using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NghiTruong.Texts;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>On top of a refused form: what went wrong, each line leading to its field. Nothing when nothing did.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(TextTable texts, HtmlEncoder encoder) : TagHelper
{
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
        output.Content.AppendHtml($"<h2>{Ui.Icon("warn").Value}{encoder.Encode(texts["shell.error.summary"])}</h2><ul>");
        foreach (var (name, entry) in state)
        {
            foreach (var error in entry.Errors)
            {
                output.Content.AppendHtml(new Line(name, texts.OfError(error), FieldLabels.Of(View.HttpContext)));
            }
        }

        output.Content.AppendHtml("</ul>");
    }

    /// <summary>Written when the page is, by which time the fields below have told their labels.</summary>
    private sealed record Line(string Name, string Text, Dictionary<string, string> Labels) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var text = encoder.Encode(Labels.TryGetValue(Name, out var label) ? $"{label}: {char.ToLower(Text[0], CultureInfo.InvariantCulture)}{Text[1..]}" : Text);
            writer.Write(Name.Length == 0 ? $"<li>{text}</li>" : $"<li><a href=\"#{TagBuilder.CreateSanitizedId(Name, "_")}\">{text}</a></li>");
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
