using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Training;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Training;

/// <summary>The roll of a day, made for a thumb: one line a person, all at one press.</summary>
[Requires<KeepTrainings>]
public sealed class RollModel(TrainingRoll roll, TrainingPageTools tools) : TrainingPageModel(tools)
{
    private List<Guid>? _typed;

    public override string Act => "diem-danh";

    /// <summary>The day asked for; else the last one that has come.</summary>
    public DateOnly On { get; private set; }

    /// <summary>A day as the address names it.</summary>
    public static string KeyOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public bool IsPresent(Trainee t) => _typed?.Contains(t.Who.Id) ?? t.Days.Contains(On);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        var asked = Request.HasFormContentType ? Request.Form["ngay"].ToString() : Request.Query["ngay"].ToString();
        On = DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : Matter.Days.LastOrDefault(d => d.On <= Today)?.On ?? Class.From;
    }

    public void OnGet()
    {
        // The list stands as it was last called.
    }

    public async Task<IActionResult> OnPostAsync(List<Guid> present, bool all, CancellationToken ct)
    {
        _typed = all ? [.. Matter.Trainees.Select(t => t.Who.Id)] : present;

        return Finish(await roll.CallAsync(Code, On, _typed, Acting, ct));
    }
}
