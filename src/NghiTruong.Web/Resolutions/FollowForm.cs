using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Resolutions;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>Who is asked by when, as the part <c>_Follow</c> shows it.</summary>
public interface IFollowForm
{
    FollowForm Input { get; }

    List<SelectListItem> Agencies { get; }

    List<SelectListItem> Cadences { get; }

    /// <summary>A clause may be noted first and given out later.</summary>
    bool MayBeLeftOut { get; }
}

/// <summary>What the form binds; a clause's place and content where it is a new one.</summary>
public sealed record FollowForm
{
    /// <summary>The form's own id: sent twice it is one clause.</summary>
    public Guid? Id { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    [StringLength(4000)]
    public string? Content { get; init; }

    public Guid? AgencyId { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    public ClauseCadence Cadence { get; init; }

    public DateOnly? DueOn { get; init; }

    public FollowInput Asked() => new() { AgencyId = AgencyId, Product = Words.Blank(Product), Cadence = Cadence, DueOn = DueOn };

    /// <summary>A new clause: only noted where neither an agency nor a day nor a cadence is given.</summary>
    public ClauseInput AskedNew() => new()
    {
        Id = Id, Place = Place ?? "", Content = Content ?? "", Follow = AgencyId is null && DueOn is null && Cadence == ClauseCadence.Once ? null : Asked(),
    };
}
