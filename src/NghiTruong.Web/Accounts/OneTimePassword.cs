using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NghiTruong.Accounts;
using NghiTruong.Refusals;
using NghiTruong.Texts;

namespace NghiTruong.Web.Accounts;

/// <summary>Passwords the house makes up: sixteen characters that can be read out, about 80 bits.</summary>
internal static class OneTimePassword
{
    // No letters or digits that look alike.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}

internal static class GrantRefusals
{
    private static readonly string[] OfGrant = [nameof(GrantInput.CouncilId), nameof(GrantInput.AgencyId), nameof(GrantInput.From), nameof(GrantInput.Until)];

    /// <summary>Refusals of the right stand beside its own fields, all others beside those of the account.</summary>
    public static bool RefuseGrant(this ModelStateDictionary state, Result result, TextTable texts)
    {
        foreach (var refusal in result.Refusals)
        {
            var field = refusal.Field switch
            {
                null => "",
                nameof(GrantInput.CouncilId) => "Grant.Place",
                nameof(GrantInput.AgencyId) => "Grant.Agency",
                var name => OfGrant.Contains(name) ? $"Grant.{name}" : $"Input.{name}",
            };
            state.AddModelError(field, texts[refusal.Code, refusal.Values]);
        }

        return result.IsRefused;
    }
}
