using System.Text.Json;
using UnionHall.Platform.Data;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Demo;

/// <summary>300 requests of our own writing in every state. The open ones tell their units as real ones would; the ended ones are past.</summary>
internal sealed class DemoRequests(RequestsDb db, RequestIntake intake, ServiceCatalogue services, DemoStaff staff, TimeProvider clock) : IDemoPart
{
    private static readonly string[] Files = ["requests-a.jsonl", "requests-b.jsonl", "requests-c.jsonl"];

    public async Task LoadAsync(DemoCity city, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var lines = Files.SelectMany(file => Read(city.Open(file))).OrderByDescending(line => line.DaysAgo).ToList();
        foreach (var batch in lines.Chunk(50))
        {
            foreach (var line in batch)
            {
                await AddAsync(line, city, now, stop);
            }

            db.Context.Happened(new DemoRequestsLoaded(batch.Length));
            await db.SaveAsync(Actor.Platform("演示数据"), stop);
            db.Context.ChangeTracker.Clear();
        }
    }

    private async Task AddAsync(DemoRequest line, DemoCity city, DateTimeOffset now, CancellationToken stop)
    {
        var service = await services.FindAsync(line.Service, stop) ?? throw new InvalidOperationException($"No service {line.Service}.");
        var unit = await staff.UnitAsync(line.Unit, stop);
        var at = now.AddDays(-line.DaysAgo);
        var isTheWorker = line.Visibility != Visibility.Anonymous && line.Unit.StartsWith("LJ0101-01", StringComparison.Ordinal) && line.Channel is Channel.Web or Channel.Wechat;
        var received = await intake.ReceiveAsync(
            new NewRequest
            {
                Service = service,
                Title = line.Title,
                Words = line.Words,
                Answers = Answers(service, line),
                Visibility = line.Visibility,
                Channel = line.Channel,
                WorksAt = unit.UnitId,
                Person = line.Visibility == Visibility.Anonymous ? null
                    : isTheWorker ? new Person(city.Worker, DemoCity.WorkerName, DemoCity.WorkerPhone)
                    : new Person(null, line.Name, line.Phone),
            },
            new Actor(null, "职工", []),
            at,
            stop);
        var lineage = await staff.LineageAsync(unit.UnitId, stop);
        new DemoStory(line, received.Request, lineage, await staff.PickAsync(lineage, stop), now).Play();
        if (!received.Request.IsOpen)
        {
            received.Request.Events.Take();
        }
    }

    private static string Answers(Service service, DemoRequest line) => JsonSerializer.Serialize(
        ServiceCatalogue.QuestionsOf(service).Where(question => line.Answers.ContainsKey(question.Key))
            .Select(question => new GivenAnswer(question.Label, line.Answers[question.Key])),
        ChangeRecorder.Json);

    private static IEnumerable<DemoRequest> Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return JsonSerializer.Deserialize<DemoRequest>(line, ChangeRecorder.Json)!;
            }
        }
    }
}
