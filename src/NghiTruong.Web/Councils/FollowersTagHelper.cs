using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Texts;

namespace NghiTruong.Web.Councils;

/// <summary>
/// "Người theo dõi" on the page of a record: who follows it by the council's division of work. <c>&lt;followers council="@p.CouncilId" field="@p.Field" place="@p.Place" /&gt;</c>. Nothing where nobody
/// was named, or for an agency's officer: how a council divides its work is its own.
/// </summary>
[HtmlTargetElement("followers", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FollowersTagHelper(Followers followers, Acting acting, TextTable texts, HtmlEncoder encoder) : TagHelper
{
    public required Guid Council { get; set; }

    public string? Field { get; set; }

    public string? Place { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var found = acting.Capacities.Any(c => c.AgencyId is null) ? await followers.ReadAsync(Council, Field, Place, CancellationToken.None) : [];
        if (found.Count == 0)
        {
            output.SuppressOutput();

            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "card");
        output.Content.AppendHtml($"<h2>{encoder.Encode(texts["followers.title"])}</h2><ul class=\"papers\">{string.Concat(found.Select(Line))}</ul>");
    }

    private string Line(Follower follower)
    {
        var who = follower.Person is { } person ? $"<b>{encoder.Encode(person)}</b>, {encoder.Encode(follower.Body)}" : $"<b>{encoder.Encode(follower.Body)}</b>";

        return $"<li>{Shell.Parts.Ui.Icon("eye").Value}<span>{who}{(follower.DocumentNumber is { } number ? $" <span class=\"muted\">{encoder.Encode(number)}</span>" : "")}</span></li>";
    }
}
