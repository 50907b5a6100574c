using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Supervision;
using NghiTruong.Texts;

namespace NghiTruong.Web.Supervision;

/// <summary>Who supervises, as one choice of a form: the council, its Standing Committee, each committee and delegate group. <c>Committee:{id}</c>.</summary>
public sealed class SubjectChoices(SupervisionListView view, TextTable texts)
{
    public async ValueTask<IReadOnlyList<SelectListItem>> OfAsync(Guid council, CancellationToken ct) =>
    [
        new(texts["supervision.subject.standingCommittee"], nameof(SupervisionSubject.StandingCommittee)),
        new(texts["supervision.subject.council"], nameof(SupervisionSubject.Council)),
        .. (await view.BodiesAsync(council, BodyKind.Committee, ct)).Select(b => new SelectListItem(b.Text, $"{SupervisionSubject.Committee}:{b.Value}")),
        .. (await view.BodiesAsync(council, BodyKind.DelegateGroup, ct)).Select(b => new SelectListItem(b.Text, $"{SupervisionSubject.DelegateGroup}:{b.Value}")),
    ];

    /// <summary>What a form chose; the Standing Committee where it chose nothing.</summary>
    public static (SupervisionSubject Subject, Guid? Body) Read(string? chosen)
    {
        var parts = (chosen ?? "").Split(':');
        var subject = Enum.TryParse<SupervisionSubject>(parts[0], out var known) && Enum.IsDefined(known) ? known : SupervisionSubject.StandingCommittee;

        return (subject, parts.Length > 1 && Guid.TryParse(parts[1], out var body) ? body : null);
    }
}
