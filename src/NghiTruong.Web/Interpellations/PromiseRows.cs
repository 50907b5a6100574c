using NghiTruong.Interpellations;

namespace NghiTruong.Web.Interpellations;

/// <summary>The promises of a record as the part <c>_Promises</c> shows them.</summary>
/// <param name="Title">Text code, with their number.</param>
public sealed record PromiseRows(string Title, IReadOnlyList<PromiseRow> Rows, DateOnly Today);
