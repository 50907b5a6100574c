using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NghiTruong.Texts;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>One tab over a list.</summary>
/// <param name="Text">Text code.</param>
public sealed record ListTab(string Text, string Href, bool IsCurrent);

/// <summary>One list of choices among the filters of a list.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Label">Text code.</param>
public sealed record ListChoice(string Name, string Label, IReadOnlyList<SelectListItem> Items, string? Chosen);

/// <summary>An empty list: what would fill it, and how (content: a link or two).</summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTagHelper(TextTable texts, HtmlEncoder encoder) : TagHelper
{
    public required string Title { get; set; }

    public string? Text { get; set; }

    public string Icon { get; set; } = "empty";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.AppendHtml(Ui.Icon(Icon)).AppendHtml($"<h2>{encoder.Encode(texts[Title])}</h2>");
        if (Text is not null)
        {
            output.Content.AppendHtml($"<p>{encoder.Encode(texts[Text])}</p>");
        }

        output.Content.AppendHtml("<div class=\"actions justify-content-center\">").AppendHtml(content).AppendHtml("</div>");
    }
}

/// <summary>Next and previous of a list by cursor; the rest of the address (the filters) stays. Nothing when there is neither.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(TextTable texts, HtmlEncoder encoder) : TagHelper
{
    /// <summary>Cursor of the next page; null on the last.</summary>
    public string? Next { get; set; }

    /// <summary>Name of the cursor in the address.</summary>
    public string Name { get; set; } = "cursor";

    /// <summary>What is shown, in words ("50 trong 1.204 kiến nghị").</summary>
    public string? Shown { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var query = View.HttpContext.Request.Query;
        var isFirst = !query.ContainsKey(Name);
        if (string.IsNullOrEmpty(Next) && isFirst && Shown is null)
        {
            output.SuppressOutput();

            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", texts["shell.pager"]);
        var first = isFirst ? "" : $"<a class=\"btn\" rel=\"prev\" href=\"{encoder.Encode(Address(null))}\">{Ui.Icon("prev").Value}{encoder.Encode(texts["shell.pager.first"])}</a>";
        var next = string.IsNullOrEmpty(Next) ? "" : $"<a class=\"btn\" rel=\"next\" href=\"{encoder.Encode(Address(Next))}\">{encoder.Encode(texts["shell.pager.next"])}{Ui.Icon("next").Value}</a>";
        output.Content.AppendHtml($"{first}<span class=\"muted\">{encoder.Encode(Shown ?? "")}</span>{next}");
    }

    private string Address(string? cursor)
    {
        var request = View.HttpContext.Request;
        var kept = request.Query.Where(q => q.Key != Name).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        var query = cursor is null ? kept : kept.Append(KeyValuePair.Create(Name, (string?)cursor));

        return request.Path + QueryString.Create(query);
    }
}

/// <summary>One dated sentence of a record's story.</summary>
/// <param name="At">Instant, UTC.</param>
/// <param name="What">What happened, in the reader's language.</param>
/// <param name="Who">Who did it and in which capacity.</param>
/// <param name="Said">Words quoted below: an answer, a reason.</param>
public sealed record StoryEntry(DateTime At, string What, string? Who = null, string? Said = null, Tone Tone = Tone.Plain)
{
    /// <summary>The paper that proves it.</summary>
    public string? Href { get; init; }

    public string? HrefText { get; init; }

    /// <summary>Not happened yet: a due date, a planned step.</summary>
    public bool IsAhead { get; init; }

    /// <summary>Only the day is known (a paper's date), not the hour.</summary>
    public bool DayOnly { get; init; }
}

/// <summary>The story of a record with dates: <c>&lt;story entries="Model.Story" /&gt;</c>.</summary>
[HtmlTargetElement("story", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StoryTagHelper(TextTable texts, HtmlEncoder encoder) : TagHelper
{
    public required IEnumerable<StoryEntry> Entries { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "story");
        foreach (var entry in Entries)
        {
            output.Content.AppendHtml(Item(entry));
        }
    }

    private string Item(StoryEntry entry)
    {
        var tone = entry.IsAhead ? " class=\"is-ahead\"" : entry.Tone == Tone.Plain ? "" : $" class=\"is-{Ui.NameOf(entry.Tone)}\"";
        var when = entry.DayOnly ? Ui.Date(entry.At) : Ui.DateTime(entry.At);
        var who = entry.Who is null ? "" : $" · {encoder.Encode(entry.Who)}";
        var said = entry.Said is null ? "" : $"<p class=\"said text-as-written\">{encoder.Encode(entry.Said)}</p>";
        var paper = entry.Href is null ? "" : $"<p><a href=\"{encoder.Encode(entry.Href)}\">{encoder.Encode(entry.HrefText ?? texts["shell.story.paper"])}</a></p>";

        return $"<li{tone}><p><b>{encoder.Encode(entry.What)}</b></p><p class=\"when\">{when}{who}</p>{said}{paper}</li>";
    }
}

/// <summary>
/// Progress of long work that may be left: with scripts it renews itself from <c>href</c> (a page holding this part) every two seconds, without them a
/// link renews it. <c>&lt;work-progress id="import" done="4200" total="10000" text="..." href="..." /&gt;</c>.
/// </summary>
[HtmlTargetElement("work-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WorkProgressTagHelper(TextTable texts, HtmlEncoder encoder) : TagHelper
{
    public required string Id { get; set; }

    public required string Text { get; set; }

    public long Done { get; set; }

    public long Total { get; set; }

    public required string Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var href = encoder.Encode(Href);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("class", "work card");
        if (Done < Total)
        {
            output.Attributes.SetAttribute("hx-get", Href);
            output.Attributes.SetAttribute("hx-trigger", "every 2s");
            output.Attributes.SetAttribute("hx-select", $"#{Id}");
            output.Attributes.SetAttribute("hx-swap", "outerHTML");
        }

        var label = encoder.Encode(texts[Text]);
        output.Content
            .AppendHtml($"<p id=\"{Id}-text\"><b>{label}</b></p><progress max=\"{Total}\" value=\"{Done}\" aria-labelledby=\"{Id}-text\"></progress>")
            .AppendHtml($"<p><span class=\"num\">{Ui.Number(Done)} / {Ui.Number(Total)}</span> <span class=\"muted\">{encoder.Encode(texts["shell.work.leave"])}</span></p>");
        if (Done < Total)
        {
            output.Content.AppendHtml($"<noscript><a href=\"{href}\">{encoder.Encode(texts["shell.work.renew"])}</a></noscript>");
        }
    }
}
