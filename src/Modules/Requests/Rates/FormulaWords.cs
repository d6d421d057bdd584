using System.Globalization;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Rates;

/// <summary>A formula in words, line by line.</summary>
internal static class FormulaWords
{
    public static IReadOnlyList<(string Name, string Value)> Of(RateFormula formula) =>
    [
        ("算解决的回答", string.Join("、", formula.SolvedAnswers.Select(code => EnumText.Parse<HeardSolved>(code).Chinese()))),
        ("算满意的档次", string.Join("、", formula.SatisfiedGrades.Select(code => EnumText.Parse<Rating>(code).Chinese()))),
        ("重办以后的回访", formula.CountsReworks ? "也算" : "不算"),
        ("至少多少件才算比例", Text(formula.LeastAnswers) + " 件"),
        ("综合的权重（响应、解决、满意）", $"{formula.ResponseWeight}、{formula.ResolutionWeight}、{formula.SatisfactionWeight}"),
        ("满意率低于多少点名", Text(formula.SatisfactionFloor) + "%"),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
