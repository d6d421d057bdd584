using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(UnionHall.Testing.SameOrder))]

namespace UnionHall.Testing;

/// <summary>
/// Tests of a class run in the order of their names, in every checkout. Left alone, xunit draws an order from the path of the assembly:
/// what is green here may be red elsewhere. To try other orders, start a test program with a seed (:1) and without this attribute.
/// </summary>
internal sealed class SameOrder : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(one => one.TestMethod?.MethodName, StringComparer.Ordinal).ThenBy(one => one.TestCaseDisplayName, StringComparer.Ordinal)];
}
