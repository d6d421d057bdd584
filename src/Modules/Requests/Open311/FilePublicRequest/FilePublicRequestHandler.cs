using UnionHall.Organisation;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Open311.FilePublicRequest;

/// <summary>Takes in what another system filed by Open311; from here on it runs the road of every request.</summary>
internal sealed class FilePublicRequestHandler(
    RequestsDb db, RequestIntake intake, FirstReceiver receiver, PublicServices services, UnitDirectory units, RequestSettings settings, TimeProvider clock)
{
    public async Task<(Received? Filed, IReadOnlyList<Open311Error> Errors)> HandleAsync(ApiCaller caller, UnitSummary top, Open311Arguments arguments, CancellationToken stop)
    {
        if (!await units.IsWithinAsync(caller.Unit, top.UnitId, stop))
        {
            return (null, [Open311Error.Forbidden("这个 api_key 不是给这个 jurisdiction_id 的。")]);
        }

        if (arguments.Of("service_code") is not { } code)
        {
            return (null, [Open311Error.Wrong("service_code 还没写，有哪些见 services。")]);
        }

        if (await services.FindAsync(code, stop) is not { } service)
        {
            return (null, [Open311Error.NotFound($"没有叫“{code}”的 service_code，有哪些见 services。")]);
        }

        var form = new FilePublicRequestForm(arguments, service, (await settings.InForceAsync(stop)).WordsMost).Read();
        return form.Errors.Count > 0 ? (null, form.Errors) : (await FileAsync(caller, top, service, form, stop), []);
    }

    private async Task<Received> FileAsync(ApiCaller caller, UnitSummary top, Service service, FilePublicRequestForm form, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var received = await intake.ReceiveAsync(
            new NewRequest
            {
                Service = service,
                Words = form.Words,
                Answers = form.Answers,
                Visibility = Visibility.Named,
                Channel = Channel.Open311,
                Receiver = (await receiver.FindAsync(service, top.UnitId, Visibility.Named, stop)).UnitId,
                Person = form.Person,
                RegisteredBy = caller.Actor.Account,
            },
            caller.Actor, now, stop);
        db.PublicFilings.Add(new PublicFiling
        {
            RequestId = received.Request.Id,
            Jurisdiction = top.UnitId,
            ServiceCode = service.Code,
            ApiKey = caller.Key,
            FiledAt = now,
            WithWords = form.WithWords,
            Lat = Rough(form.Place?.Lat),
            Long = Rough(form.Place?.Long),
        });
        db.Context.Happened(new RequestFiledByKey(received.Request.Id, received.Request.Reference, caller.Key));
        await db.SaveAsync(caller.Actor, stop);
        return received;
    }

    private static decimal? Rough(decimal? degrees) => degrees is { } exact ? Math.Round(exact, 2, MidpointRounding.AwayFromZero) : null;
}
