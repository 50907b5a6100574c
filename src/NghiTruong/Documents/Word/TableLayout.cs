using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>Lays out one table: fixed columns over the text's width, bordered, heading rows repeated, cells merged over columns and rows.</summary>
internal sealed class TableLayout(TableBlock table, double textWidth)
{
    /// <summary>A row with a longer cell than this may break over two pages; a shorter one stays whole.</summary>
    private const int LongestWholeCell = 700;

    private readonly double[] _widths = [.. table.Columns.Select(column => column.Width / table.Columns.Sum(c => c.Width) * textWidth)];
    private readonly Reach?[] _reaching = new Reach?[table.Columns.Count];

    public W.Table Write()
    {
        var written = new W.Table(Properties(), new W.TableGrid(_widths.Select(width => new W.GridColumn { Width = Wml.TwipsText(width) })));
        written.Append((table.HeadingRows ?? [ColumnNames()]).Select(row => Row(row, isHeading: true)));
        written.Append(table.Rows.Select(row => Row(row, isHeading: false)));

        return written;
    }

    private GridRow ColumnNames() => GridRow.Of(table.Columns.Select(column => column.Heading));

    private W.TableProperties Properties() => new()
    {
        TableWidth = new W.TableWidth { Type = W.TableWidthUnitValues.Dxa, Width = Wml.TwipsText(textWidth) },
        TableBorders = new W.TableBorders(
            Border<W.TopBorder>(),
            Border<W.LeftBorder>(),
            Border<W.BottomBorder>(),
            Border<W.RightBorder>(),
            Border<W.InsideHorizontalBorder>(),
            Border<W.InsideVerticalBorder>()),
        TableLayout = new W.TableLayout { Type = W.TableLayoutValues.Fixed },
        TableCellMarginDefault = new W.TableCellMarginDefault(
            new W.TableCellLeftMargin { Width = 70, Type = W.TableWidthValues.Dxa },
            new W.TableCellRightMargin { Width = 70, Type = W.TableWidthValues.Dxa }),
    };

    private W.TableRow Row(GridRow row, bool isHeading)
    {
        var written = new W.TableRow();
        var properties = new W.TableRowProperties();
        if (isHeading || row.Cells.All(cell => cell.Text.Length <= LongestWholeCell))
        {
            properties.Append(new W.CantSplit());
        }

        if (isHeading)
        {
            properties.Append(new W.TableHeader());
        }

        if (properties.HasChildren)
        {
            written.Append(properties);
        }

        written.Append(Cells(row, isHeading));

        return written;
    }

    private IEnumerable<W.TableCell> Cells(GridRow row, bool isHeading)
    {
        var next = 0;
        for (var column = 0; column < table.Columns.Count;)
        {
            if (_reaching[column] is { RowsLeft: > 0 } above)
            {
                _reaching[column] = above with { RowsLeft = above.RowsLeft - 1 };
                yield return Cell("", column, above.Columns, new W.VerticalMerge(), _ => { });
                column += above.Columns;
                continue;
            }

            var cell = next < row.Cells.Count ? row.Cells[next++] : new GridCell("");
            var columns = cell.Columns == GridCell.ToTheEnd ? table.Columns.Count - column : cell.Columns;
            GuardReach(column, columns);
            _reaching[column] = new Reach(cell.Rows - 1, columns);
            var align = cell.Align ?? (isHeading ? TextAlign.Centre : table.Columns[column].Align);
            var merge = cell.Rows > 1 ? new W.VerticalMerge { Val = W.MergedCellValues.Restart } : null;
            yield return Cell(cell.Text, column, columns, merge, Styled(align, isHeading || row.Bold || cell.Bold, cell.Italic, keep: columns == table.Columns.Count));
            column += columns;
        }

        if (next < row.Cells.Count)
        {
            throw new InvalidOperationException($"A row has more cells than the table's {table.Columns.Count} columns hold: {row.Cells[next].Text}");
        }
    }

    private W.TableCell Cell(string text, int column, int columns, W.VerticalMerge? merge, Action<W.Paragraph> style)
    {
        var cell = new W.TableCell(new W.TableCellProperties
        {
            TableCellWidth = Wml.CellWidth(_widths.Skip(column).Take(columns).Sum()),
            GridSpan = columns > 1 ? new W.GridSpan { Val = columns } : null,
            VerticalMerge = merge,
            TableCellVerticalAlignment = new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Center },
        });
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var paragraph = Wml.Paragraph(WordStyles.Cell, Wml.Run(line, SizeIfOwn));
            style(paragraph);
            cell.Append(paragraph);
        }

        return cell;
    }

    private double? SizeIfOwn => table.Size is DecreeForm.TableSize ? null : table.Size;

    private static Action<W.Paragraph> Styled(TextAlign align, bool bold, bool italic, bool keep) => paragraph =>
    {
        if (align != TextAlign.Left)
        {
            paragraph.Aligned(align);
        }

        if (keep)
        {
            paragraph.KeptWithNext();
        }

        if (!bold && !italic)
        {
            return;
        }

        foreach (var run in paragraph.Elements<W.Run>())
        {
            run.RunProperties ??= new W.RunProperties();
            run.RunProperties.Bold = bold ? new W.Bold() : null;
            run.RunProperties.Italic = italic ? new W.Italic() : null;
        }
    };

    private void GuardReach(int column, int columns)
    {
        if (columns < 1 || column + columns > table.Columns.Count)
        {
            throw new InvalidOperationException($"A cell reaches over {columns} columns from column {column + 1}; the table has {table.Columns.Count}");
        }
    }

    private static T Border<T>()
        where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

    /// <summary>A cell above that reaches further down: how many rows, over how many columns.</summary>
    private sealed record Reach(int RowsLeft, int Columns);
}
