using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Delegates;
using NghiTruong.Documents.Files;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Database;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Files;
using NghiTruong.Web.Shell.Parts;
using NghiTruong.Web.Supervision;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>What may be done with a letter now and by whom, the next step first. The operations decide again; this only spares people closed doors.</summary>
public static class CitizenLetterActs
{
    public static IReadOnlyList<OpenAct> For(CitizenLetterView view, Acting acting)
    {
        var l = view.Letter;
        var handles = acting.CapacityFor<HandleCitizenLetters>(l.CouncilId, l.ProvinceId) is not null && view.MayRead;
        var isAgency = l.TransferAgencyId is { } agency && acting.CapacityAtAgency<AnswerCitizenLetters>(agency) is not null;
        var answers = isAgency || (view.MayRead && acting.CapacityFor<AnswerCitizenLetters>(l.CouncilId, l.ProvinceId) is not null);
        var names = l.IsProtected && acting.CapacityFor<NameLetterHandlers>(l.CouncilId, l.ProvinceId) is { } capacity && (view.IsHandler || capacity.Role != Role.Clerk);
        var guides = handles && !l.IsAnonymous && l.GuidanceLetterId is null;
        (bool Open, string Path, string Icon)[] acts = l.State switch
        {
            CitizenLetterState.Registered => [(handles, "xu-ly", "done"), (guides, "huong-dan", "send"), (handles, "luu", "empty"), (handles, "sua", "edit")],
            CitizenLetterState.NotEligible => [(guides, "huong-dan", "send"), (handles, "luu", "empty"), (handles, "xu-ly", "undo")],
            CitizenLetterState.ToTransfer => [(handles && l.TransferLetterId is null, "chuyen", "send"), (handles, "bao-xu-ly", "megaphone"), (guides, "huong-dan", "send"), (handles, "xu-ly", "undo"), (handles, "sua", "edit")],
            CitizenLetterState.Transferred => [(answers, "ket-qua", "file"), (handles && l.HandlingToldOn is null, "bao-xu-ly", "megaphone"), (handles && l.Duty is not null, "gia-han", "clock")],
            CitizenLetterState.Accepted => [(answers, "ket-qua", "file"), (handles && l.HandlingToldOn is null, "bao-xu-ly", "megaphone"), (handles, "gia-han", "clock")],
            CitizenLetterState.Answered => [(handles && !l.IsAnonymous, "bao", "megaphone")],
            _ => [],
        };
        IEnumerable<(bool Open, string Path, string Icon)> always = [(names, "nguoi-xu-ly", "people"), (view.MayRead && !isAgency && acting.CapacityFor<RegisterCitizenLetters>(l.CouncilId, l.ProvinceId) is not null, "them-tep", "attach")];

        return [.. acts.Concat(always).Where(a => a.Open).Select(a => new OpenAct("citizenLetters.act." + a.Path, a.Icon, CitizenLetterLinks.Act(l.Code, a.Path)))];
    }
}

/// <summary>What every act's page needs.</summary>
public sealed record CitizenLetterTools(
    CitizenLetterReader Reader, Acting Acting, TextTable Texts, CouncilDesks Desks, CouncilDirectory Directory, DelegatePicker Delegates, FileDesk Files, TimeProvider Clock)
{
    public DateOnly Today => Clock.Today;

    /// <summary>Files of a form, looked at before anything is saved; of a protected letter kept encrypted.</summary>
    public Task<Result<IReadOnlyList<StagedFile>>> TakeInAsync(IReadOnlyList<IFormFile> given, Guid council, bool isProtected, CancellationToken ct) => Files.TakeInAsync(given, council, "Files", ct, isProtected);
}

/// <summary>A page that does one thing with one letter.</summary>
public abstract class CitizenLetterActModel(CitizenLetterTools tools) : ActModel<CitizenLetterView>(tools.Texts)
{
    public CitizenLetter Letter => Matter.Letter;

    public override string Code => Letter.Code;

    public override string Back => CitizenLetterLinks.Details(Code);

    protected override string Room => "citizenLetters";

    protected CitizenLetterTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<CitizenLetterView?> FindAsync(string code, CancellationToken ct) => tools.Reader.FindAsync(code, tools.Acting, ct);
}
