using NghiTruong.Councils;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;

namespace NghiTruong.Delegates.Import;

/// <summary>What a row tells of one delegate.</summary>
public sealed record ToldDelegate(DelegateInput Input, Particulars Particulars, IReadOnlyList<(PostKind Post, Guid? BodyId)> Posts)
{
    public bool HasParticulars => Particulars != new Particulars();

    /// <summary>Told apart from others: every spelling of one name gives one key.</summary>
    public string Key => VietnameseText.FoldKeepingMarks(Input.FullName);
}

/// <summary>Why a row cannot be taken: its code, the title of the column, the words that stand there.</summary>
public sealed record RowProblem(string Code, string? Column, string? Value = null);

/// <summary>A row read, or what is wrong with it.</summary>
public sealed record ReadDelegateRow(FoundTable Table, FoundRow Source, ToldDelegate? Told, IReadOnlyList<RowProblem> Problems);

/// <summary>Reads the rows of a list of delegates. Knows no database: the council's bodies are given.</summary>
/// <param name="from">First day of mandates where the list names none.</param>
public sealed class DelegateRows(Guid council, IReadOnlyList<Body> bodies, DateOnly from)
{
    public IEnumerable<ReadDelegateRow> Read(IEnumerable<FoundTable> tables) => from table in tables from row in table.Rows select Read(table, row);

    private ReadDelegateRow Read(FoundTable table, FoundRow row)
    {
        List<RowProblem> problems = [];
        if (row.Source.Cells.Any(c => SecrecyMark.Find(c.Text) is not null))
        {
            return new ReadDelegateRow(table, row, null, [new RowProblem("import.secret", null)]);
        }

        var input = new DelegateInput
        {
            CouncilId = council,
            FullName = Text(DelegateColumns.Name) ?? "",
            IsWoman = VietnameseText.Fold(Text(DelegateColumns.Sex) ?? "") switch { "nu" => true, "nam" => false, _ => null },
            Occupation = Text(DelegateColumns.Occupation),
            Education = Text(DelegateColumns.Education),
            Constituency = Text(DelegateColumns.Constituency),
            GroupId = Group(),
            IsFullTime = VietnameseText.Fold(Text(DelegateColumns.FullTime) ?? "") is "x" or "co" or "chuyen trach" or "ct",
            From = Day(DelegateColumns.From) ?? from,
            IsAnother = VietnameseText.Fold(Text(DelegateColumns.Another) ?? "") is "x" or "co",
        };
        var particulars = new Particulars
        {
            BornOn = Day(DelegateColumns.Born), Ethnicity = Text(DelegateColumns.Ethnicity), Religion = Text(DelegateColumns.Religion), JoinedPartyOn = Day(DelegateColumns.Party),
            IdentityNumber = Text(DelegateColumns.Identity), Phone = Text(DelegateColumns.Phone), Address = Text(DelegateColumns.Address),
        };
        var posts = Posts();

        return new ReadDelegateRow(table, row, problems.Count > 0 ? null : new ToldDelegate(input, particulars, posts), problems);

        string? Text(string key) => row[key] is { IsEmpty: false } cell && cell.Text.Trim() is { Length: > 0 } text && text is not ("-" or "—") ? text : null;

        DateOnly? Day(string key)
        {
            if (Text(key) is not { } text)
            {
                return null;
            }

            if (row[key].AsDate is { } day || OfficialDate.TryParse(text, out day))
            {
                return day;
            }

            // A year alone stands in many lists; what is sensitive is not worth a refused row.
            if (key is not (DelegateColumns.Born or DelegateColumns.Party))
            {
                Refuse("import.dateUnreadable", key, text);
            }

            return null;
        }

        Guid? Group()
        {
            if (Text(DelegateColumns.Group) is not { } written)
            {
                return null;
            }

            var folded = VietnameseText.Fold(written);
            var number = new string([.. folded.Where(char.IsAsciiDigit)]);
            var group = bodies.FirstOrDefault(b => b.Kind == BodyKind.DelegateGroup && (VietnameseText.Fold(b.Name) == folded || VietnameseText.Fold(b.Code) == folded || (number.Length > 0 && b.Code == $"TO-{number}")));
            if (group is null)
            {
                Refuse("delegate.import.groupUnknown", DelegateColumns.Group, written);
            }

            return group?.Id;
        }

        List<(PostKind, Guid?)> Posts()
        {
            List<(PostKind, Guid?)> told = [];
            foreach (var line in (Text(DelegateColumns.Post) ?? "").Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (PostOf(VietnameseText.Fold(line)) is { } post)
                {
                    told.Add(post);
                }
                else if (VietnameseText.Fold(line) is not ("dai bieu" or "dai bieu hdnd"))
                {
                    Refuse("delegate.import.postUnknown", DelegateColumns.Post, line);
                }
            }

            return told;
        }

        void Refuse(string code, string key, string? value) =>
            problems.Add(new RowProblem(code, table.Columns.FirstOrDefault(c => c.Key == key) is { } column ? column.Title.Length > 0 ? column.Title : column.Letter : null, value));
    }

    private (PostKind, Guid?)? PostOf(string folded)
    {
        switch (folded)
        {
            case "chu tich" or "chu tich hdnd" or "chu tich hoi dong nhan dan":
                return (PostKind.Chair, null);
            case "pho chu tich" or "pho chu tich hdnd" or "pho chu tich hoi dong nhan dan":
                return (PostKind.ViceChair, null);
        }

        (string Prefix, PostKind Post, BodyKind Kind)[] known =
        [
            ("pho truong ", PostKind.CommitteeDeputy, BodyKind.Committee), ("truong ", PostKind.CommitteeHead, BodyKind.Committee), ("uy vien ", PostKind.CommitteeMember, BodyKind.Committee),
            ("to truong ", PostKind.GroupHead, BodyKind.DelegateGroup), ("to pho ", PostKind.GroupDeputy, BodyKind.DelegateGroup),
        ];
        foreach (var (prefix, post, kind) in known.Where(k => folded.StartsWith(k.Prefix, StringComparison.Ordinal)))
        {
            var of = folded[prefix.Length..];
            if (bodies.FirstOrDefault(b => b.Kind == kind && VietnameseText.Fold(b.Name) is var name && (of == name || of.StartsWith(name + " ", StringComparison.Ordinal) || of == VietnameseText.Fold(b.Code))) is { } body)
            {
                return (post, body.Id);
            }
        }

        return null;
    }
}
