using System.Text.RegularExpressions;
using NghiTruong.Refusals;

namespace NghiTruong.Accounts;

/// <summary>What an account and a grant must be like; pure.</summary>
public static partial class AccountRules
{
    private static readonly Role[] NationWide = [Role.Administrator, Role.UpperViewer, Role.Auditor];

    /// <summary>Roles that can be held for the whole nation.</summary>
    public static IReadOnlyList<Role> RolesOfTheNation => NationWide;

    public static string NameOf(string typed) => typed.Trim().ToLowerInvariant();

    public static IReadOnlyList<Refusal> WrongIn(AccountInput asked)
    {
        List<Refusal> wrong = [];
        if (!UserName().IsMatch(NameOf(asked.UserName)))
        {
            wrong.Add(new Refusal("account.nameWrong", nameof(asked.UserName)));
        }

        if (string.IsNullOrWhiteSpace(asked.FullName))
        {
            wrong.Add(new Refusal("account.fullNameMissing", nameof(asked.FullName)));
        }

        return wrong;
    }

    public static IReadOnlyList<Refusal> WrongIn(GrantInput asked, DateOnly today)
    {
        List<Refusal> wrong = [];
        if (asked.Until < (asked.From ?? today))
        {
            wrong.Add(new Refusal("account.grantEndsBeforeItStarts", nameof(asked.Until)));
        }

        if (asked.Role == Role.AgencyOfficer && asked.AgencyId is null)
        {
            wrong.Add(new Refusal("account.agencyMissing", nameof(asked.AgencyId)));
        }

        if (asked.Role != Role.AgencyOfficer && asked.CouncilId is null && !NationWide.Contains(asked.Role))
        {
            wrong.Add(new Refusal("account.councilMissing", nameof(asked.CouncilId)));
        }

        return wrong;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{2,39}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UserName();
}
