using Npgsql;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Text;

namespace UnionHall.Platform.Security;

/// <summary>A synthetic worker's account.</summary>
/// <param name="At">When it was opened.</param>
public sealed record FilledWorker(AccountId Id, Mobile Phone, PersonName Name, DateTimeOffset At);

/// <summary>Writes the accounts of synthetic workers by binary COPY, sealed as registered ones are. They have no password: nobody signs in as them.</summary>
public sealed class WorkerCopier(Vault vault)
{
    public async Task WriteAsync(NpgsqlConnection connection, IReadOnlyList<FilledWorker> workers, CancellationToken stop)
    {
        const string target = "account (id, kind, display_name, phone, phone_print, must_change_password, security_stamp, created_at)";
        await using var copy = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)", stop);
        foreach (var worker in workers)
        {
            var phone = vault.Seal(worker.Phone);
            copy.StartRow();
            copy.Write(worker.Id.Value);
            copy.Write("worker");
            copy.Write(WorkerName.Of(worker.Name));
            copy.Write(phone.Sealed);
            copy.Write(phone.Print);
            copy.Write(false);
            copy.Write(worker.Id.Value.ToString("N"));
            copy.Write(worker.At);
        }

        await copy.CompleteAsync(stop);
    }
}
