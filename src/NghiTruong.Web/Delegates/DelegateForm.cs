using System.ComponentModel.DataAnnotations;
using NghiTruong.Delegates;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary>A delegate as the form has it, new or edited.</summary>
public sealed record DelegateForm
{
    public Guid? Id { get; init; }

    public Guid? CouncilId { get; init; }

    [Required(ErrorMessage = "delegate.nameMissing"), StringLength(120)]
    public string FullName { get; init; } = "";

    public bool? IsWoman { get; init; }

    [StringLength(300)]
    public string? Occupation { get; init; }

    [StringLength(300)]
    public string? Education { get; init; }

    [StringLength(200)]
    public string? Constituency { get; init; }

    public Guid? GroupId { get; init; }

    public DelegateEntry Entry { get; init; }

    public DateOnly? From { get; init; }

    public bool IsFullTime { get; init; }

    public bool IsAnother { get; init; }

    public int? Version { get; init; }

    public static DelegateForm Of(Delegate d) => new()
    {
        FullName = d.FullName, IsWoman = d.IsWoman, Occupation = d.Occupation, Education = d.Education, Constituency = d.Constituency, GroupId = d.GroupId, Version = d.Version,
    };

    public DelegateInput Input(Guid council) => new()
    {
        Id = Id, CouncilId = council, FullName = FullName, IsWoman = IsWoman, Occupation = Words.Blank(Occupation), Education = Words.Blank(Education), Constituency = Words.Blank(Constituency), GroupId = GroupId,
        Entry = Entry, From = From, IsFullTime = IsFullTime, IsAnother = IsAnother,
    };
}
