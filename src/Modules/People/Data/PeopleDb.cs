using Microsoft.EntityFrameworkCore;
using UnionHall.People.Domain;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.People.Data;

internal sealed class PeopleDb(AppDbContext context)
{
    public IQueryable<Person> People => context.Set<Person>();

    public IQueryable<Workplace> Workplaces => context.Set<Workplace>().AsNoTracking();

    public void Add(Person person) => context.Add(person);

    /// <summary>A person with what he said of workplaces and consents, to be changed or shown to himself.</summary>
    public Task<Person> WholeAsync(PersonId id, CancellationToken stop) =>
        People.Include(person => person.Workplaces).Include(person => person.Consents).AsSplitQuery().SingleAsync(person => person.Id == id, stop);

    public void Happened(IDomainEvent domainEvent) => context.Happened(domainEvent);

    /// <summary>Forgets what was changed but not saved.</summary>
    public void Forget() => context.ChangeTracker.Clear();

    public Task SaveAsync(Actor actor, CancellationToken stop, string? reason = null) => context.SaveAsync(actor, stop, reason);
}
