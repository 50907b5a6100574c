namespace NghiTruong.Petitions;

/// <summary>Why the machine proposes something: a stable code (its sentence is the text of that code) and the values the sentence names.</summary>
public sealed record Reason(string Code, params object[] Values);
