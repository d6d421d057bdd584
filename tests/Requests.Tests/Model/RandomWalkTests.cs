namespace UnionHall.Requests.Tests.Model;

/// <summary>
/// Ten thousand of random sequences against a small reference: nothing illegal is accepted, nothing legal refused, the overall clock never
/// moves or stops without a ledger row, and the timeline alone tells what the request is now.
/// </summary>
public sealed class RandomWalkTests
{
    private const int Sequences = 10_000;
    private const int Steps = 40;

    [Fact]
    public void EveryVerb_DoesWhatTheReferenceSays_AndNothingElse()
    {
        var seen = new Dictionary<string, (int Legal, int Illegal)>();
        for (var seed = 1; seed <= Sequences; seed++)
        {
            var walk = new RandomWalk(seed);
            try
            {
                walk.Run(Steps);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"seed {seed}\n{string.Join('\n', walk.Trail)}\n{problem.Message}", problem);
            }

            foreach (var (act, (legal, illegal)) in walk.Seen)
            {
                var (most, least) = seen.GetValueOrDefault(act);
                seen[act] = (most + legal, least + illegal);
            }
        }

        seen.ShouldAllBe(act => act.Value.Legal > 100, string.Join(", ", seen));
        seen.Count(act => act.Value.Illegal > 100).ShouldBeGreaterThan(24);
    }
}
