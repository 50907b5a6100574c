using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NghiTruong.Accounts;
using NghiTruong.Texts;
using NghiTruong.Threads;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>
/// "Mạch vấn đề" on the page of a record: the threads it stands in, as far as the reader may read them, and the way into one.
/// <c>&lt;thread-part kind="petition" id="@p.Id" code="@p.Code" /&gt;</c>. Nothing for who reads no threads, or where there is nothing to say and to do.
/// </summary>
[HtmlTargetElement("thread-part", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ThreadPartTagHelper(ThreadReader reader, Acting acting, Ui ui, TextTable texts, HtmlEncoder encoder) : TagHelper
{
    public required string Kind { get; set; }

    public required Guid Id { get; set; }

    /// <summary>How the record's teller finds it.</summary>
    public required string Code { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var mayKeep = acting.May<KeepThreads>();
        var threads = acting.May<ReadThreads>() ? await reader.OfRecordAsync(Kind, Id, acting, CancellationToken.None) : [];
        if (threads.Count == 0 && !mayKeep)
        {
            output.SuppressOutput();

            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "card");
        output.Content.AppendHtml($"<h2>{encoder.Encode(texts["threads.part"])}</h2>");
        output.Content.AppendHtml(threads.Count == 0
            ? $"<p class=\"muted\">{encoder.Encode(texts["threads.part.none"])}</p>"
            : $"<ul class=\"papers\">{string.Concat(threads.Select(Line))}</ul>");
        if (mayKeep)
        {
            output.Content.AppendHtml($"<p class=\"no-print\"><a class=\"btn btn-small\" href=\"{encoder.Encode(ThreadLinks.JoinOf(Kind, Code))}\">{Ui.Icon("link").Value} {encoder.Encode(texts["threads.join"])}</a></p>");
        }
    }

    private string Line(MatterThread thread) =>
        $"<li>{Ui.Icon("link").Value}<span><a href=\"{encoder.Encode(ThreadLinks.Details(thread.Code))}\">{encoder.Encode(Words.Short(thread.Title, 100))}</a> {ui.Badge(texts.Of(thread.State), ThreadWords.ToneOf(thread.State)).Value}</span></li>";
}

/// <summary>A quiet way into a thread for a part of a record, a finding: a link for who keeps threads, nothing for others.</summary>
[HtmlTargetElement("thread-join", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ThreadJoinTagHelper(Acting acting, TextTable texts, HtmlEncoder encoder) : TagHelper
{
    public required string Kind { get; set; }

    public required string Code { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!acting.May<KeepThreads>())
        {
            output.SuppressOutput();

            return;
        }

        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "no-print");
        output.Attributes.SetAttribute("href", ThreadLinks.JoinOf(Kind, Code));
        output.Content.AppendHtml($"{Ui.Icon("link").Value} {encoder.Encode(texts["threads.join"])}");
    }
}
