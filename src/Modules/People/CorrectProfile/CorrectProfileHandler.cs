using UnionHall.Organisation;
using UnionHall.People.Data;
using UnionHall.People.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Text;

namespace UnionHall.People.CorrectProfile;

/// <summary>Takes the worker's corrections of his own data. A new phone number asks for the password: it is how he signs in.</summary>
internal sealed class CorrectProfileHandler(PeopleDb db, PersonSeal seal, OwnAccount own, UnitDirectory units, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, PersonId id, CorrectProfileForm form, UnitId? worksAt, CancellationToken stop)
    {
        var person = await db.WholeAsync(id, stop);
        var (name, phone) = (PersonName.Read(form.Name), Mobile.Read(form.Phone));
        var card = string.IsNullOrWhiteSpace(form.IdNumber) ? null : IdCard.Read(form.IdNumber, ChinaTime.Today(clock));
        if (Fault(name, phone, card) is { } fault)
        {
            return fault;
        }

        if (worksAt is { } unit && await units.FindAsync(unit, stop) is not { IsOpen: true })
        {
            return new Refusal("unit-gone", "这个单位刚刚合并或撤销了，重新找一次。", nameof(form.UnitText));
        }

        if (phone.Value!.Number != seal.PhoneOf(person) && await ChangePhoneAsync(actor, person, phone.Value, form, stop) is { } refusal)
        {
            return refusal;
        }

        await CorrectAsync(person, name.Value!, card?.Value, form, stop);
        person.WorkAt(worksAt, ChinaTime.Today(clock));
        await db.SaveAsync(actor, stop);
        return Result.Done;
    }

    private static Refusal? Fault(Reading<PersonName> name, Reading<Mobile> phone, Reading<IdCard>? card) =>
        !name.Succeeded ? new Refusal("name-form", name.Sentence, nameof(CorrectProfileForm.Name))
        : !phone.Succeeded ? new Refusal("phone-form", phone.Sentence, nameof(CorrectProfileForm.Phone))
        : card is { Succeeded: false } ? new Refusal("id-number-form", card.Sentence, nameof(CorrectProfileForm.IdNumber))
        : null;

    private async Task<Refusal?> ChangePhoneAsync(Actor actor, Person person, Mobile phone, CorrectProfileForm form, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(form.Current))
        {
            return new Refusal("password-needed", "手机号是登录用的，改它要填一下现在的密码。", nameof(form.Current));
        }

        if (await own.ConfirmAsync(actor, form.Current, nameof(form.Current), stop) is { } stranger)
        {
            return stranger;
        }

        if ((await own.ChangePhoneAsync(person.AccountId!.Value, phone, nameof(form.Phone), stop)).Refusal is { } taken)
        {
            return taken;
        }

        person.CorrectPhone(seal.Seal(phone));
        return null;
    }

    private async Task CorrectAsync(Person person, PersonName name, IdCard? card, CorrectProfileForm form, CancellationToken stop)
    {
        if (name.Text != seal.NameOf(person))
        {
            person.CorrectName(seal.Seal(name));
            await own.RenameAsync(person.AccountId!.Value, name, stop);
        }

        if (card is not null && card.Number != seal.IdNumberOf(person))
        {
            person.CorrectIdNumber(seal.Seal(card));
        }
        else if (card is null && form.ForgetIdNumber && person.IdNumber is not null)
        {
            person.CorrectIdNumber(null);
        }
    }
}
