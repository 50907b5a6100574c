using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Refusals;
using NghiTruong.Schemes;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary>A node corrected.</summary>
[Requires<KeepSchemes>]
public sealed class EditNodeModel(SchemeNodes nodes, SchemeTools tools) : NodePageModel(tools)
{
    public override string Act => "sua-muc";

    [BindProperty]
    public NodeForm Input { get; set; } = new();

    public NodeChoices Choices { get; private set; } = null!;

    protected override async Task PrepareAsync(CancellationToken ct) => Choices = await NodeChoices.ReadAsync(Tools, Matter.Whole, Node.Id, ct);

    public void OnGet() => Input = NodeForm.Of(Matter, Matter.Whole.Nodes.FirstOrDefault(n => n.Node.Id == Node.ParentId)?.Node.Code);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var input = Input.ToInput();

        return Finish(input.IsRefused ? Result.Refuse(input.Refusals) : await nodes.EditAsync(Code, input.Value, Acting, ct));
    }
}

/// <summary>Enters what a node has come to in a period.</summary>
[Requires<KeepSchemes>]
public sealed class ProgressModel(SchemeProgressDesk desk, SchemeTools tools) : NodePageModel(tools)
{
    public override string Act => "so-lieu";

    [BindProperty]
    public ProgressForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Periods => Tools.Periods(Scheme);

    public void OnGet()
    {
        var own = Matter.View.Progress.Own;
        Input = new ProgressForm
        {
            Period = Matter.Whole.Period.Key, Numerator = SchemeWords.Typed(own?.Numerator), Denominator = SchemeWords.Typed(own?.Denominator), Value = SchemeWords.Typed(own?.Value), AsOf = own?.AsOf, Source = own?.Source,
            Version = own?.Version, OfPeriod = own is null ? null : Matter.Whole.Period.Key,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        List<Refusal> wrong = [];
        var (numerator, denominator, value) = (Read(Input.Numerator, nameof(Input.Numerator)), Read(Input.Denominator, nameof(Input.Denominator)), Read(Input.Value, nameof(Input.Value)));
        // The version is that of the figure which stood in the form; of another period it says nothing.
        var version = Input.OfPeriod == Input.Period ? Input.Version : null;

        return Finish(wrong.Count > 0
            ? Result.Refuse(wrong)
            : await desk.EnterAsync(Code, new ProgressInput(Input.Period, numerator, denominator, value, Input.AsOf, Words.Blank(Input.Source), version), Acting, ct));

        decimal? Read(string? typed, string field)
        {
            var read = SchemeWords.Read(typed, field);
            wrong.AddRange(read.IsRefused ? read.Refusals : []);

            return read.IsRefused ? null : read.Value;
        }
    }
}

public sealed record ProgressForm
{
    [Required(ErrorMessage = "scheme.periodUnreadable"), StringLength(8)]
    public string Period { get; init; } = "";

    [StringLength(30)]
    public string? Numerator { get; init; }

    [StringLength(30)]
    public string? Denominator { get; init; }

    [StringLength(30)]
    public string? Value { get; init; }

    public DateOnly? AsOf { get; init; }

    [StringLength(300)]
    public string? Source { get; init; }

    public int? Version { get; init; }

    [StringLength(8)]
    public string? OfPeriod { get; init; }
}

/// <summary>Names the resolution that turns a node into what binds.</summary>
[Requires<KeepSchemes>]
public sealed class ConcretiseModel(SchemeNodes nodes, SchemeTools tools) : NodePageModel(tools)
{
    public override string Act => "nghi-quyet";

    [BindProperty]
    public ConcretiseForm Input { get; set; } = new();

    public void OnGet()
    {
        // The form stands empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await nodes.ConcretiseAsync(Code, Input.Resolution, Acting, ct)) : Page();
}

public sealed record ConcretiseForm
{
    [Required(ErrorMessage = "schemes.resolutionMissing"), StringLength(60)]
    public string Resolution { get; init; } = "";
}

/// <summary>Không thuộc thẩm quyền HĐND, with the reason.</summary>
[Requires<KeepSchemes>]
public sealed class OutsideModel(SchemeNodes nodes, SchemeTools tools) : NodePageModel(tools)
{
    public override string Act => "ngoai-tham-quyen";

    [BindProperty]
    public OutsideForm Input { get; set; } = new();

    public void OnGet()
    {
        // The form stands empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await nodes.PutOutsideAsync(Code, Input.Reason, false, Acting, ct)) : Page();
}

public sealed record OutsideForm
{
    [Required(ErrorMessage = "scheme.reasonMissing"), StringLength(500)]
    public string? Reason { get; init; }
}
