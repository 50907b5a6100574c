using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Law.Catalogues;

namespace NghiTruong.Web.Law;

/// <summary>Names and choices of the catalogues (fields, authorities) in the reader's language.</summary>
public static class CatalogueWords
{
    public static string? Field(string? code) => Catalogue.Of(CatalogueKind.Field, code)?.NameIn(CultureInfo.CurrentUICulture) ?? code;

    public static string? Authority(string? code) => Catalogue.Of(CatalogueKind.Authority, code)?.NameIn(CultureInfo.CurrentUICulture) ?? code;

    public static List<SelectListItem> Choices(CatalogueKind kind, DateOnly on) =>
        [.. Catalogue.On(kind, on).Select(e => new SelectListItem(e.NameIn(CultureInfo.CurrentUICulture), e.Code))];
}
