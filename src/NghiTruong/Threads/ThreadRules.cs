using System.Globalization;
using NghiTruong.Documents.Files;
using NghiTruong.Law.Catalogues;
using NghiTruong.Refusals;

namespace NghiTruong.Threads;

/// <summary>Human codes of threads: council's code at birth, year, number.</summary>
public static class ThreadCode
{
    public static string Series(string councilCode, int year) => string.Create(CultureInfo.InvariantCulture, $"MVD-{councilCode}-{year:0000}");

    public static string Of(string councilCode, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Series(councilCode, year)}-{number:00000}");
}

/// <summary>Rules of the house on threads, pure; each refusal has the name its test asserts.</summary>
public static class ThreadRules
{
    public static IReadOnlyList<Refusal> WrongIn(ThreadInput asked, DateOnly today)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
        if (string.IsNullOrWhiteSpace(asked.Title))
        {
            wrong.Add(new Refusal("thread.titleMissing", nameof(asked.Title)));
        }

        if (asked.Field is { } field && Catalogue.Of(CatalogueKind.Field, field) is null)
        {
            wrong.Add(new Refusal("thread.fieldUnknown", nameof(asked.Field), field));
        }

        if (asked.OpenedOn > today)
        {
            wrong.Add(new Refusal("thread.openedInFuture", nameof(asked.OpenedOn)));
        }

        AddSecret(wrong, asked.Title, nameof(asked.Title));
        AddSecret(wrong, asked.Place, nameof(asked.Place));

        return wrong;
    }

    /// <summary>A thread ends with a result, on a day between its opening and today.</summary>
    public static IReadOnlyList<Refusal> CannotEnd(MatterThread thread, EndThreadInput asked, DateOnly today)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
        if (string.IsNullOrWhiteSpace(asked.Result))
        {
            wrong.Add(new Refusal("thread.resultMissing", nameof(asked.Result)));
        }

        if (asked.On > today)
        {
            wrong.Add(new Refusal("thread.endedInFuture", nameof(asked.On)));
        }

        if (asked.On < thread.OpenedOn)
        {
            wrong.Add(new Refusal("thread.endedBeforeOpened", nameof(asked.On)));
        }

        AddSecret(wrong, asked.Result, nameof(asked.Result));
        AddSecret(wrong, asked.Despite, nameof(asked.Despite));

        return wrong;
    }

    private static void AddSecret(List<Refusal> wrong, string? text, string field)
    {
        if (Secrets.InText(text, field) is { } secret)
        {
            wrong.Add(secret);
        }
    }
}
