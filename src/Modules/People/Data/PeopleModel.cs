using Microsoft.EntityFrameworkCore;
using UnionHall.People.Domain;
using UnionHall.Platform.Data;

namespace UnionHall.People.Data;

internal sealed class PeopleModel : IModelPart
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.Ignore(row => row.Events);
            person.Property(row => row.Id).ValueGeneratedNever();
            person.HasMany(row => row.Workplaces).WithOne().HasForeignKey(place => place.PersonId).OnDelete(DeleteBehavior.ClientCascade);
            person.HasMany(row => row.Consents).WithOne().HasForeignKey(consent => consent.PersonId).OnDelete(DeleteBehavior.ClientCascade);
        });
        model.Entity<Workplace>().Property(place => place.Id).ValueGeneratedNever();
        model.Entity<Consent>().Property(consent => consent.Id).ValueGeneratedNever();
    }
}
