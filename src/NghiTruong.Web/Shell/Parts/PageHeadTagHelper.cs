using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NghiTruong.Database;
using NghiTruong.Texts;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>
/// Title of a page, in one line what it is for, and its one primary action as content. Also gives the window its title.
/// <c>&lt;page-head title="petition.list" lead="petition.list.lead"&gt;&lt;a class="btn btn-primary" ...&gt;&lt;/page-head&gt;</c>. Texts may be codes or sentences.
/// </summary>
[HtmlTargetElement("page-head")]
public sealed class PageHeadTagHelper(TextTable texts, HtmlEncoder encoder) : TagHelper
{
    public required string Title { get; set; }

    public string? Lead { get; set; }

    /// <summary>Address of the page above, with <see cref="BackText"/>.</summary>
    public string? BackHref { get; set; }

    public string? BackText { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var title = texts[Title];
        View.ViewData["Title"] = title;
        var action = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-head");
        output.Content.AppendHtml($"<div>{BackLink.Html(BackHref, BackText, texts, encoder)}<h1>{encoder.Encode(title)}</h1>");
        if (Lead is not null)
        {
            output.Content.AppendHtml($"<p>{encoder.Encode(texts[Lead])}</p>");
        }

        output.Content.AppendHtml("</div>");
        if (!action.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<div class=\"actions\">").AppendHtml(action).AppendHtml("</div>");
        }
    }
}

/// <summary>
/// First screen of a record: what it is (<c>kind</c>, <c>code</c>, <c>title</c>), where it stands (<c>status</c>, <c>tone</c>), who holds it, by when and why that date.
/// Content is the primary action, then others. <c>why</c> are the sentences of the deadline's explanation.
/// </summary>
[HtmlTargetElement("record-head")]
public sealed class RecordHeadTagHelper(TextTable texts, HtmlEncoder encoder, Ui ui, TimeProvider clock) : TagHelper
{
    public required string Title { get; set; }

    public string? Kind { get; set; }

    public string? Code { get; set; }

    public required string Status { get; set; }

    public Tone Tone { get; set; }

    public bool Pressing { get; set; }

    public string? Holder { get; set; }

    /// <summary>A line under the holder: since when, by which letter.</summary>
    public string? HolderNote { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>False once answered or closed: the date then stands without a warning.</summary>
    public bool IsOpen { get; set; } = true;

    public IReadOnlyList<string> Why { get; set; } = [];

    public string? BackHref { get; set; }

    public string? BackText { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = await output.GetChildContentAsync();
        var today = clock.Today;
        var isLate = IsOpen && Due < today;
        View.ViewData["Title"] = Code is null ? Title : $"{Code} {Title}";
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", isLate ? "record-head is-late" : "record-head");
        output.Content
            .AppendHtml(BackLink.Html(BackHref, BackText, texts, encoder))
            .AppendHtml(What())
            .AppendHtml($"<h1>{encoder.Encode(Title)}</h1>")
            .AppendHtml(Facts(today));
        if (!actions.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<div class=\"actions\">").AppendHtml(actions).AppendHtml("</div>");
        }
    }

    private string What()
    {
        var kind = Kind is null ? "" : $"<span>{encoder.Encode(texts[Kind])}</span>";
        var code = Code is null ? "" : $"<span class=\"code\">{encoder.Encode(Code)}</span>";

        return $"<p class=\"what\">{kind}{code}{(Pressing ? ui.Pressing().Value : "")}</p>";
    }

    private string Facts(DateOnly today)
    {
        var status = Fact("shell.record.status", ui.Badge(Status, Tone).Value!);
        var note = HolderNote is null ? "" : $"<small class=\"muted\">{encoder.Encode(texts[HolderNote])}</small>";
        var holder = Holder is null ? "" : Fact("shell.record.holder", encoder.Encode(texts[Holder]) + note);
        var due = Due is { } day ? Fact("shell.record.due", ui.Due(day, today, IsOpen).Value + Reasons()) : "";

        return $"<dl class=\"facts\">{status}{holder}{due}</dl>";
    }

    private string Fact(string name, string html) => $"<div><dt>{encoder.Encode(texts[name])}</dt><dd>{html}</dd></div>";

    private string Reasons() => Why.Count == 0
        ? ""
        : $"<details class=\"why\"><summary>{encoder.Encode(texts["shell.record.why"])}</summary><ol>{string.Concat(Why.Select(w => $"<li>{encoder.Encode(w)}</li>"))}</ol></details>";
}

internal static class BackLink
{
    public static string Html(string? href, string? text, TextTable texts, HtmlEncoder encoder) => href is null
        ? ""
        : $"<p class=\"crumbs\"><a href=\"{encoder.Encode(href)}\">{Ui.Icon("prev").Value} {encoder.Encode(texts[text ?? "shell.back"])}</a></p>";
}
