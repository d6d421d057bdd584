using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests;

/// <summary>Requests brought to a state by the real verbs.</summary>
internal sealed class GivenRequests(TestSite site)
{
    private static readonly Actor Desk = Actor.Platform("周同志");
    private static readonly Actor Worker = Actor.Visitor(null);

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    /// <summary>Hands one in; the street above the employer receives it. Answers the reference.</summary>
    public Task<string> SubmittedAsync(
        UnitId? worksAt,
        string words = "休息室的微波炉坏了两周，带的饭都是凉的。",
        string service = "general-complaint",
        Visibility visibility = Visibility.Named,
        string? name = "王大力",
        string? phone = "19900001011",
        string? accused = null) => site.WithAsync<IServiceProvider, string>(async provider =>
    {
        var catalogue = (ServiceCatalogue)provider.GetService(typeof(ServiceCatalogue))!;
        var asked = new NewRequest
        {
            Service = (await catalogue.FindAsync(service, stop))!,
            Words = words,
            Accused = accused,
            Visibility = visibility,
            Channel = Channel.Web,
            WorksAt = worksAt,
            Person = visibility == Visibility.Anonymous ? null : new Person(null, name, phone),
        };
        var received = await ((RequestIntake)provider.GetService(typeof(RequestIntake))!).ReceiveAsync(asked, Worker, site.Clock.GetUtcNow(), stop);
        await ((RequestsDb)provider.GetService(typeof(RequestsDb))!).SaveAsync(Worker, stop);
        return received.Request.Reference;
    });

    public Task DispatchedAsync(string reference, UnitId to, int days = 2) => ChangeAsync(reference, Desk, async (request, deadline) =>
    {
        await Task.CompletedTask;
        var limit = new Limit(days, LimitUnit.WorkingDays);
        request.Dispatch(to, HopTerm.Of(deadline.After(site.Clock.GetUtcNow(), limit), limit), "请先断电排查。", Desk, site.Clock.GetUtcNow()).Refusal.ShouldBeNull();
    });

    public Task AcknowledgedAsync(string reference) =>
        ChangeAsync(reference, Desk, request => request.Acknowledge(Desk, site.Clock.GetUtcNow()).Refusal.ShouldBeNull());

    public Task AskedAsync(string reference) =>
        ChangeAsync(reference, Desk, request => request.Ask("是哪一台微波炉？", Desk, site.Clock.GetUtcNow()).Refusal.ShouldBeNull());

    public Task RepliedAsync(string reference, Actor? by = null) => ChangeAsync(reference, by ?? Desk, request =>
        request.Reply("修好了，今晚能用。", site.Clock.GetUtcNow().AddDays(7), by ?? Desk, site.Clock.GetUtcNow()).Refusal.ShouldBeNull());

    public Task AssignedAsync(string reference, AccountId to) =>
        ChangeAsync(reference, Desk, request => request.Assign(to, "李敏", Desk, site.Clock.GetUtcNow()).Refusal.ShouldBeNull());

    public Task AnsweredAsync(string reference) =>
        ChangeAsync(reference, Worker, request => request.Answer("靠窗的那台。", Worker, site.Clock.GetUtcNow()).Refusal.ShouldBeNull());

    public Task WithdrawnAsync(string reference) =>
        ChangeAsync(reference, Worker, request => request.Withdraw(null, Worker, site.Clock.GetUtcNow()).Refusal.ShouldBeNull());

    public Task DisputedAsync(string reference, UnitId above) => ChangeAsync(reference, Worker, request =>
        request.Dispute(above, HopTerm.Until(site.Clock.GetUtcNow(), site.Clock.GetUtcNow().AddDays(1)), "还是坏的。", Worker, site.Clock.GetUtcNow()).Refusal.ShouldBeNull());

    public Task ConfirmedAsync(string reference) => ChangeAsync(reference, Worker, request =>
        request.ConfirmSolved(Rating.Satisfied, "谢谢", Worker, site.Clock.GetUtcNow()).Refusal.ShouldBeNull());

    public Task MergedAsync(string other, string into, MergeKind kind = MergeKind.SameMatter) => site.WithAsync<RequestsDb>(async db =>
    {
        var request = (await db.FindAsync(other, stop))!;
        request.MergeInto((await db.FindAsync(into, stop))!, kind, "同一件", Desk, site.Clock.GetUtcNow()).Refusal.ShouldBeNull();
        await db.SaveAsync(Desk, stop);
    });

    /// <summary>A follow-up heard "not solved": another round at this unit.</summary>
    public Task ReworkedAsync(string reference, UnitId to) => ChangeAsync(reference, Desk, request =>
        request.Redo(to, HopTerm.Until(site.Clock.GetUtcNow(), site.Clock.GetUtcNow().AddDays(2)), "回访说没解决", Desk, site.Clock.GetUtcNow()).Refusal.ShouldBeNull());

    public Task<Request> ReadAsync(string reference) => site.WithAsync<RequestsDb, Request>(async db => (await db.FindAsync(reference, stop))!);

    public Task ChangedAsync(string reference, Func<Request, UnionHall.Platform.Result> verb) =>
        ChangeAsync(reference, Desk, request => verb(request).Refusal.ShouldBeNull());

    private Task ChangeAsync(string reference, Actor actor, Action<Request> verb) => ChangeAsync(reference, actor, (request, _) =>
    {
        verb(request);
        return Task.CompletedTask;
    });

    private Task ChangeAsync(string reference, Actor actor, Func<Request, Deadline, Task> verb) => site.WithAsync<IServiceProvider>(async provider =>
    {
        var db = (RequestsDb)provider.GetService(typeof(RequestsDb))!;
        var calendars = (Calendars)provider.GetService(typeof(Calendars))!;
        await verb((await db.FindAsync(reference, stop))!, await calendars.DeadlineAsync(stop));
        await db.SaveAsync(actor, stop);
    });
}
