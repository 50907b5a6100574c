using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>What every act's page needs.</summary>
public sealed record PetitionActTools(PetitionPageReader Reader, Acting Acting, TextTable Texts, CouncilDesks Desks, TimeProvider Clock);

/// <summary>A page that does one thing with one petition.</summary>
public abstract class PetitionActModel(PetitionActTools tools) : ActModel<PetitionView>(tools.Texts)
{
    public Petition Petition => Matter.Petition;

    public override string Code => Petition.Code;

    public override string Back => PetitionLinks.Details(Code);

    protected override string Room => "petitions";

    protected PetitionActTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<PetitionView?> FindAsync(string code, CancellationToken ct) => tools.Reader.ReadAsync(code, tools.Acting, ct);
}
