using NpgsqlTypes;
using UnionHall.Text;

namespace UnionHall.Requests.FillRequests;

/// <summary>A few thousand made-up letters with their word index, drawn from unevenly as real matters are.</summary>
internal sealed class FilledTexts
{
    private const int Count = 20_000;

    private static readonly string[] Who = ["我们班组", "车间里十几个人", "我一个人", "夜班的同事", "新来的几个", "外包的师傅们", "女工们", "站点的骑手", "食堂的阿姨", "保安队", "仓库装卸的", "项目上的工友"];
    private static readonly string[] When = ["上个月", "这两周", "从三月起", "入冬以后", "换了老板以后", "合同到期那天", "国庆加班之后", "体检出来以后", "搬到新厂区之后", "昨天晚上"];
    private static readonly string[] What =
    [
        "工资一直没有发齐", "加班费按最低的算", "社保断缴了三个月", "微波炉坏了没人修", "宿舍热水时有时无", "安全帽裂了还在用", "更衣室没有门锁", "年休假不让休",
        "工伤认定没有下文", "合同只给签空白的", "食堂的菜是凉的", "防尘口罩半个月才发一个", "产假回来被调了岗", "离职证明不肯开", "罚款没有依据", "高温费没有发",
        "班车取消了没有通知", "体检报告不给本人", "押金不退", "排班连着上了十六天", "电动车没有地方充电", "休息室改成了仓库", "绩效扣得不明不白", "哺乳室一直锁着",
    ];

    private static readonly string[] Wish = ["想知道归谁管", "盼着有人来看看", "希望月底前有个说法", "能不能先垫一部分", "请别说是我反映的", "要个准话就行", "想问问该怎么办", "希望能和单位谈一次"];

    private readonly (string Title, string Words, NpgsqlTsVector Index)[] texts;

    public FilledTexts(Random dice) => texts = [.. Enumerable.Range(0, Count).Select(_ => Make(dice))];

    /// <summary>A text; low places come up far more often than high ones.</summary>
    public (string Title, string Words, NpgsqlTsVector Index) Draw(Random dice) => texts[(int)(Count * Math.Pow(dice.NextDouble(), 2.5))];

    private static (string Title, string Words, NpgsqlTsVector Index) Make(Random dice)
    {
        string Of(string[] list) => list[(int)(list.Length * Math.Pow(dice.NextDouble(), 1.6))];
        var title = Of(What);
        var words = $"{Of(When)}，{Of(Who)}{title}，还有{Of(What)}。找过班长也找过人事，都说再等等，一等就是{dice.Next(2, 90)}天。{Of(Wish)}，{Of(Wish)}。";
#pragma warning disable CS0618 // A finished literal whose lexemes Bigrams has quoted.
        return (title, words, NpgsqlTsVector.Parse(Bigrams.ToTsVector([title, words])));
#pragma warning restore CS0618
    }
}
