using System.Globalization;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Text;

namespace UnionHall.People.FillPeople;

/// <summary>A synthetic registered worker; what is left open is drawn from the seed.</summary>
internal sealed record FilledPerson(Guid Id, FilledWorker Worker, Guid? WorksAt, Guid WorkplaceId, Guid ConsentId)
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国文辉梅鑫波斌宇浩凯秋志海";
    private const int Numbers = 100_000_000;

    // Odd and no multiple of five: neighbours stand far apart and no number comes twice.
    private const long Stride = 61_803_399;

    /// <summary>The n-th of the whole database: a number is given once, whatever the seed.</summary>
    public static FilledPerson Make(long place, Random dice, IReadOnlyList<Guid> units, DateTimeOffset at)
    {
        var phone = Mobile.Read(string.Create(CultureInfo.InvariantCulture, $"191{place * Stride % Numbers:00000000}")).Value!;
        var name = PersonName.Read($"{Surnames[Skewed(dice, Surnames.Length)]}{Given[dice.Next(Given.Length)]}{(dice.Next(4) == 0 ? "" : Given[dice.Next(Given.Length)])}").Value!;
        var worker = new FilledWorker(new AccountId(Key(dice, at)), phone, name, at);
        Guid? unit = units.Count == 0 ? null : units[Skewed(dice, units.Count)];
        return new FilledPerson(Key(dice, at), worker, unit, Key(dice, at), Key(dice, at));
    }

    public DateOnly Since => ChinaTime.DateOf(Worker.At);

    private static int Skewed(Random dice, int count) => (int)(count * Math.Pow(dice.NextDouble(), 2));

    /// <summary>A version 7 key of that moment whose random part comes from the seed.</summary>
    private static Guid Key(Random dice, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Span<byte> drawn = stackalloc byte[16];
        SortableId.Next(at).TryWriteBytes(bytes, bigEndian: true, out _);
        dice.NextBytes(drawn);
        for (var place = 7; place < bytes.Length; place++)
        {
            bytes[place] = place == 8 ? (byte)(0x80 | (drawn[place] & 0x3F)) : drawn[place];
        }

        bytes[6] = (byte)(0x70 | (drawn[6] & 0x0F));
        return new Guid(bytes, bigEndian: true);
    }
}
