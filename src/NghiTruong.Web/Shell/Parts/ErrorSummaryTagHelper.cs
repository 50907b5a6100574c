using System.Text.Encodings.Web;
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
                var text = encoder.Encode(texts.OfError(error));
                output.Content.AppendHtml(name.Length == 0 ? $"<li>{text}</li>" : $"<li><a href=\"#{TagBuilder.CreateSanitizedId(name, "_")}\">{text}</a></li>");
            }
        }

        output.Content.AppendHtml("</ul>");
    }
}
