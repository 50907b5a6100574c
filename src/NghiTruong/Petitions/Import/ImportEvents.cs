using NghiTruong.Journal;

namespace NghiTruong.Petitions.Import;

/// <summary>A ledger came in to be read.</summary>
/// <param name="InBackground">Long: the outbox reads it while the person watches.</param>
public sealed record LedgerReceived(Subject Subject, string File, int Rows, bool InBackground) : HouseEvent(Subject)
{
    public override string Code => "import.received";

    public static Subject About(ImportBatch batch) => new("import", batch.Id, null, batch.CouncilId);
}

/// <summary>A ledger was taken in, in one transaction.</summary>
public sealed record LedgerPublished(Subject Subject, string File, int Added, int Changed) : HouseEvent(Subject)
{
    public override string Code => "import.published";
}

/// <summary>A person left an import.</summary>
public sealed record LedgerDiscarded(Subject Subject, string File) : HouseEvent(Subject)
{
    public override string Code => "import.discarded";
}
