using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Language;
using NghiTruong.Texts;

namespace NghiTruong.Web.Accounts;

/// <summary>A right as it is typed: the place by name or code, chosen from a short list where the name fits several.</summary>
public sealed record GrantFields
{
    public Role Role { get; init; } = Role.Clerk;

    /// <summary>Name or code of the council; empty for the whole nation.</summary>
    [StringLength(200)]
    public string? Place { get; init; }

    public Guid? CouncilId { get; init; }

    /// <summary>Name of the agency, for its officers.</summary>
    [StringLength(200)]
    public string? Agency { get; init; }

    public Guid? AgencyId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
}

/// <summary>Turns typed places into councils and agencies within the administrator's reach.</summary>
public sealed class PlaceFinder(AccountList accounts, CouncilDirectory directory, TextTable texts)
{
    /// <summary>Candidates where the typed name fits several.</summary>
    public IReadOnlyList<SelectListItem> Councils { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles => Enum.GetValues<Role>().Select(r => new SelectListItem(texts[$"role.{r}"], r.ToString()));

    /// <summary>The right that is asked, or null with the reason beside its field (<paramref name="prefix"/> is the bound property).</summary>
    public async Task<GrantInput?> ReadAsync(GrantFields typed, Acting acting, ModelStateDictionary state, string prefix, CancellationToken ct)
    {
        var council = typed.CouncilId;
        if (council is null && !string.IsNullOrWhiteSpace(typed.Place))
        {
            var found = await accounts.CouncilsAsync(VietnameseText.Fold(typed.Place), acting, ct);
            (council, Councils) = Choose(found, typed.Place, state, $"{prefix}.{nameof(typed.Place)}");
            if (council is null)
            {
                await NameAsync(ct);

                return null;
            }
        }

        var agency = typed.AgencyId;
        if (typed.Role == Role.AgencyOfficer && agency is null && council is { } at)
        {
            var all = await accounts.AgenciesAsync(at, acting, ct);
            var folded = VietnameseText.Fold(typed.Agency ?? "");
            (agency, Agencies) = Choose(all.FindAll(a => VietnameseText.Fold(a.Name).Contains(folded, StringComparison.Ordinal)), typed.Agency ?? "", state, $"{prefix}.{nameof(typed.Agency)}");
            if (agency is null)
            {
                Councils = [new SelectListItem(typed.Place, at.ToString(), selected: true)];
                await NameAsync(ct);

                return null;
            }
        }

        return new GrantInput { Role = typed.Role, CouncilId = council, AgencyId = typed.Role == Role.AgencyOfficer ? agency : null, From = typed.From, Until = typed.Until };
    }

    /// <summary>As the council is told to whoever gives a right there; the whole nation when it is null.</summary>
    public async ValueTask<string> NameOfAsync(Guid? council, CancellationToken ct) => council is { } id ? await directory.NameInNationAsync(id, ct) : texts["account.nation"];

    private async ValueTask NameAsync(CancellationToken ct)
    {
        foreach (var choice in Councils)
        {
            choice.Text = await directory.NameInNationAsync(Guid.Parse(choice.Value), ct);
        }
    }

    private static (Guid? Id, IReadOnlyList<SelectListItem> Choices) Choose(List<PlaceRow> found, string typed, ModelStateDictionary state, string field)
    {
        var folded = VietnameseText.Fold(typed);
        var exact = found.FindAll(f => VietnameseText.Fold(f.Name) == folded);
        if (found.Count == 1 || exact.Count == 1)
        {
            return ((exact.Count == 1 ? exact : found)[0].Id, []);
        }

        state.AddModelError(field, found.Count == 0 ? "account.placeNotFound" : "account.placeFitsSeveral");

        return (null, found.ConvertAll(f => new SelectListItem(f.Name, f.Id.ToString())));
    }
}
