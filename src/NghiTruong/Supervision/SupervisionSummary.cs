namespace NghiTruong.Supervision;

public sealed class SupervisionSummary
{
}
