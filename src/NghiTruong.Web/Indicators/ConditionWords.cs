using NghiTruong.Indicators;
using NghiTruong.Texts;

namespace NghiTruong.Web.Indicators;

/// <summary>Records, dimensions and values of an indicator in words: rooms name theirs by codes of texts.</summary>
public static class ConditionWords
{
    public static string RecordsText(string code) => code.StartsWith("coverage.", StringComparison.Ordinal) ? code : "counted." + code;

    public static string DimensionText(CountedRecords records, CountedDimension dimension) =>
        records.Code.StartsWith("coverage.", StringComparison.Ordinal) ? "counted.coverage." + dimension.Dimension : $"counted.{records.Code}.{dimension.Dimension}";

    public static string Value(this TextTable texts, CountedDimension dimension, string value) =>
        texts[dimension.Texts + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value)];
}
