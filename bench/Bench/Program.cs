using System.Globalization;
using UnionHall.Bench;

if (args is ["yardstick", var connection, var port])
{
    await Yardstick.RunAsync(connection, int.Parse(port, CultureInfo.InvariantCulture));
    return;
}

if (args is ["empty", var database, var emptyPort])
{
    await EmptyApp.RunAsync(database, int.Parse(emptyPort, CultureInfo.InvariantCulture));
    return;
}

// Only the submissions, against a site that runs already: for a profiler.
if (args is ["submit", var site, var seconds])
{
    Console.WriteLine(await SizeBench.SubmitAsync(new Uri(site), int.Parse(seconds, CultureInfo.InvariantCulture)));
    return;
}

// One page of the desk again and again, for a profiler: milliseconds a page.
if (args is ["page", var asked, var path, var times])
{
    Console.WriteLine(await SizeBench.PageAsync(new Uri(asked), path, int.Parse(times, CultureInfo.InvariantCulture)));
    return;
}

int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var place ? int.Parse(args[place + 1], CultureInfo.InvariantCulture) : otherwise;

var plan = new Plan(args[0], Option("--requests", 1_000_000), Option("--seconds", 20), args.Contains("--fresh"));
var small = await SizeBench.RunAsync(plan, "small", 700, CancellationToken.None);
var large = await SizeBench.RunAsync(plan, "large", plan.Requests, CancellationToken.None);
var readme = Path.Combine(plan.Root, "bench", "README.md");
var before = File.Exists(readme) ? await File.ReadAllTextAsync(readme) : "";
await File.WriteAllTextAsync(readme, Report.Of(plan, small, large) + Report.Remarks(before));
Console.WriteLine(await File.ReadAllTextAsync(readme));
