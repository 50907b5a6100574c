using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Councils;

[Requires<ManageCouncil>]
public sealed class SessionModel(CouncilPlace place, SessionDesk desk, TextTable texts, Acting acting) : OrganisationFormModel(place, texts, acting)
{
    private readonly TextTable _texts = texts;

    [BindProperty]
    public SessionForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds => Choices<SessionKind>("session.kind");

    public IActionResult OnGet()
    {
        if (Id is null)
        {
            var next = Council.Sessions.Where(s => s.Term == Council.Term?.Term).Select(s => s.Number).DefaultIfEmpty().Max() + 1;
            Input = new SessionForm { Number = next, Name = _texts["session.name.default", next], Kind = SessionKind.Regular };

            return Page();
        }

        if (Council.Sessions.FirstOrDefault(s => s.Id == Id) is not { } session)
        {
            return NotFound();
        }

        Input = new SessionForm
        {
            Number = session.Number,
            Kind = session.Kind,
            Name = session.Name,
            OpensOn = session.OpensOn,
            ClosesOn = session.ClosesOn,
            Version = session.Version,
        };

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await desk.SaveAsync(Council.Council.Id, Asked(), Acting, ct));

    private SessionInput Asked() => new()
    {
        Id = Id,
        Number = Input.Number ?? 0,
        Kind = Input.Kind,
        Name = Input.Name ?? "",
        OpensOn = Input.OpensOn!.Value,
        ClosesOn = Input.ClosesOn,
        Version = Input.Version,
    };
}

public sealed record SessionForm
{
    [Range(1, 200)]
    public int? Number { get; init; }

    public SessionKind Kind { get; init; }

    [Required, StringLength(200)]
    public string? Name { get; init; }

    [Required]
    public DateOnly? OpensOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public int? Version { get; init; }
}
