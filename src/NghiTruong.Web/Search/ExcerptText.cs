using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using NghiTruong.Search;

namespace NghiTruong.Web.Search;

/// <summary>An excerpt on a page: what was searched for stands in <c>mark</c>, everything else is text.</summary>
public static class ExcerptText
{
    public static IHtmlContent Of(Excerpt excerpt) => new Content(excerpt);

    private sealed class Content(Excerpt excerpt) : IHtmlContent
    {
        private const string More = "…";

        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write(excerpt.GoesBefore ? More : "");
            var written = 0;
            foreach (var span in excerpt.Marked)
            {
                encoder.Encode(writer, excerpt.Text, written, span.Start - written);
                writer.Write("<mark>");
                encoder.Encode(writer, excerpt.Text, span.Start, span.Length);
                writer.Write("</mark>");
                written = span.Start + span.Length;
            }

            encoder.Encode(writer, excerpt.Text, written, excerpt.Text.Length - written);
            writer.Write(excerpt.GoesOn ? More : "");
        }
    }
}
