namespace NghiTruong.Refusals;

/// <summary>
/// A wish of the user that the house refuses, as a value: a stable code (<c>petition.alreadyClosed</c>), the field it belongs to
/// (name of the input's property, or null for the whole act) and the values its sentence names. The sentence itself is a text resource under the same code.
/// </summary>
public sealed record Refusal(string Code, string? Field = null, params object[] Values)
{
    public Refusal At(string field) => this with { Field = field };
}

/// <summary>What an operation returns: done, or refused with one or more reasons and nothing changed.</summary>
public class Result
{
    private static readonly Result DoneOnce = new([]);

    protected Result(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsRefused => Refusals.Count > 0;

    public static Result Done => DoneOnce;

    public static Result Refuse(params IReadOnlyList<Refusal> refusals) => new(refusals);

    public static Result<T> Of<T>(T value) => new(value);

    public static implicit operator Result(Refusal refusal) => new([refusal]);
}

/// <summary>A <see cref="Result"/> that carries a value when done; reading <see cref="Value"/> of a refused one is a programming error.</summary>
public sealed class Result<T> : Result
{
    private readonly T? _value;

    internal Result(T value)
        : base([]) => _value = value;

    private Result(IReadOnlyList<Refusal> refusals)
        : base(refusals)
    {
    }

    public T Value => IsRefused
        ? throw new InvalidOperationException($"Refused: {string.Join(", ", Refusals.Select(r => r.Code))}")
        : _value!;

    public static new Result<T> Refuse(params IReadOnlyList<Refusal> refusals) => new(refusals);

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Refusal refusal) => new([refusal]);
}
