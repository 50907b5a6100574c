using System.ComponentModel.DataAnnotations;

namespace NghiTruong.Accounts;

/// <summary>A new person who signs in, with the first grant, without which nobody could see the account.</summary>
public sealed record AccountInput
{
    /// <summary>Sign-in name: letters without marks, digits, <c>. - _</c>.</summary>
    [Required, StringLength(40)]
    public string UserName { get; init; } = "";

    [Required, StringLength(120)]
    public string FullName { get; init; } = "";

    [EmailAddress, StringLength(200)]
    public string? Email { get; init; }
}

/// <summary>A right to be given: role, place, from a day to a day (included).</summary>
public sealed record GrantInput
{
    public required Role Role { get; init; }

    /// <summary>Null only for the whole nation.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>For an agency's officer only, and then needed; the council follows from it.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>Today when not given.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
}
