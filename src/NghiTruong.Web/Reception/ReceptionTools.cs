using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Documents.Files;
using NghiTruong.Reception;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;

namespace NghiTruong.Web.Reception;

/// <summary>What every page of the room needs.</summary>
public sealed record ReceptionTools(ReceptionBook Book, Acting Acting, TextTable Texts, CouncilDesks Desks, CouncilDirectory Directory, DelegatePicker Delegates, FileDesk Files, TimeProvider Clock)
{
    public DateOnly Today => Clock.Today;

    public Guid? OwnCouncil<T>()
        where T : Permission, new() => Acting.OwnCouncils<T>() is [var own, ..] ? own : null;
}
