using Microsoft.AspNetCore.Mvc;
using NghiTruong.Refusals;
using NghiTruong.Schemes;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary>Adds an objective, target or solution.</summary>
[Requires<KeepSchemes>]
public sealed class AddNodeModel(SchemeNodes nodes, SchemeTools tools) : SchemePageModel(tools)
{
    public override string Act => "them-muc";

    [BindProperty]
    public NodeForm Input { get; set; } = new();

    public NodeChoices Choices { get; private set; } = null!;

    protected override async Task PrepareAsync(CancellationToken ct) => Choices = await NodeChoices.ReadAsync(Tools, Matter, null, ct);

    public void OnGet() => Input = new NodeForm { Id = Guid.CreateVersion7(), Parent = AddressReader.Text(Request.Query, "duoi") };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var input = Input.ToInput();
        if (input.IsRefused)
        {
            return Finish(Result.Refuse(input.Refusals));
        }

        var added = await nodes.AddAsync(Code, input.Value, Acting, ct);

        return added.IsRefused ? Finish(Result.Refuse(added.Refusals)) : Finish(Result.Done);
    }
}
