using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.People.Data;
using UnionHall.People.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.People.RegisterWorker;

/// <summary>Makes an account and its person. A number that has one already gets the very same answer.</summary>
internal sealed class RegisterWorkerHandler(PeopleDb db, CreateAccountHandler accounts, PersonSeal seal, TimeProvider clock)
{
    private const string Taken = "phone-taken";

    public async Task<Result> HandleAsync(Actor actor, RegisterWorkerForm form, CancellationToken stop)
    {
        var (name, phone) = (PersonName.Read(form.Name), Mobile.Read(form.Phone));
        if (!name.Succeeded)
        {
            return new Refusal("name-form", name.Sentence, nameof(form.Name));
        }

        if (!phone.Succeeded)
        {
            return new Refusal("phone-form", phone.Sentence, nameof(form.Phone));
        }

        var made = await accounts.AddWorkerAsync(new NewWorker(phone.Value, name.Value, form.Password), stop);
        return made switch
        {
            { Refusal.Code: Taken } => await AgainAsync(actor, stop),
            { Refusal: { } refusal } => refusal,
            _ => await KeepAsync(actor, name.Value, phone.Value, made.Value, stop),
        };
    }

    private async Task<Result> KeepAsync(Actor actor, PersonName name, Mobile phone, AccountId account, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var person = Person.Register(seal.Seal(name), seal.Seal(phone), account, now);
        person.Agree(AccountNotice.Purpose, AccountNotice.Version, now);
        db.Add(person);
        try
        {
            await db.SaveAsync(actor, stop);
            return Result.Done;
        }
        catch (DbUpdateException problem) when (problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "account_worker_phone" })
        {
            // Two registrations of one number at the same moment: the second one comes too late.
            return await AgainAsync(actor, stop);
        }
    }

    private async Task<Result> AgainAsync(Actor actor, CancellationToken stop)
    {
        db.Forget();
        db.Happened(new RegisteredAgain());
        await db.SaveAsync(actor, stop);
        return Result.Done;
    }
}
