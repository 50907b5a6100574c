namespace NghiTruong.Petitions.Import;

/// <summary>Where a petition stands when a ledger tells of it, pure.</summary>
public static class LedgerStanding
{
    /// <summary>
    /// Over is over; what a document answered is answered, however far the matter itself has come (its outcome tells that), and owes nobody a second answer; what is
    /// neither is owed by its agency; without one it lies on the desk.
    /// </summary>
    public static PetitionStatus StatusOf(LedgerRow told, bool hasAgency, bool hasDocument)
    {
        if (told.IsOver)
        {
            return PetitionStatus.Closed;
        }

        if (hasDocument)
        {
            return PetitionStatus.Answered;
        }

        if (hasAgency && told.Kind != PetitionKind.Opinion)
        {
            return PetitionStatus.Forwarded;
        }

        return told.Field is null && told.Authority is null ? PetitionStatus.Recorded : PetitionStatus.Classified;
    }

    /// <summary>The day of receipt: as told, else as the person said of the whole file, else when it was sent on, else today.</summary>
    public static DateOnly ReceivedOn(LedgerRow told, DateOnly? ofTheFile, DateOnly today) => told.ReceivedOn ?? ofTheFile ?? told.ForwardedOn ?? today;
}
