using UnionHall.Messaging;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Letters;

/// <summary>Says at once that a letter came, with the reference and the passphrase by which its writer follows it.</summary>
internal sealed class LetterReceipts
{
    public Task AcknowledgeAsync(ReceivedMail letter, Received received, CancellationToken stop) => Task.CompletedTask;
}
