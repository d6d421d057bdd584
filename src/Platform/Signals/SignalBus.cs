using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Npgsql;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Signals;

/// <summary>
/// Tells every node that something about a topic changed. A signal is a hint without content: it may be lost, merged or
/// repeated, so whoever listens looks the facts up and keeps a slow poll.
/// </summary>
public sealed class SignalBus(NpgsqlDataSource source, ILogger<SignalBus> log)
{
    internal const string Channel = "unionhall";

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, byte> pending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Listeners> listening = new(StringComparer.Ordinal);

    /// <summary>
    /// Signals the topic to all nodes, this one included, 50 ms later and once for all raises in between. Call after the
    /// commit; <see cref="Data.AppDbContext.SignalAfterSave"/> does so by itself.
    /// </summary>
    public void Raise(string topic)
    {
        if (pending.TryAdd(topic, 0))
        {
            _ = SendSoonAsync(topic);
        }
    }

    /// <summary>Calls <paramref name="heard"/> at each signal of the topic until the answer is disposed. It runs on the listening thread: return at once, never throw.</summary>
    public IDisposable Subscribe(string topic, Action heard) => listening.GetOrAdd(topic, _ => new Listeners()).Add(heard);

    internal void Hear(string topic)
    {
        if (listening.TryGetValue(topic, out var listeners))
        {
            listeners.Call();
        }
    }

    /// <summary>After a broken connection nobody knows what was missed.</summary>
    internal void HearAll()
    {
        foreach (var listeners in listening.Values)
        {
            listeners.Call();
        }
    }

    private async Task SendSoonAsync(string topic)
    {
        try
        {
            await Task.Delay(Gathering, TimeProvider.System);
            pending.TryRemove(topic, out _);
            await source.ExecuteAsync(CancellationToken.None, "select pg_notify($1, $2)", Channel, topic);
        }
        catch (Exception problem) when (problem is NpgsqlException or ObjectDisposedException or InvalidOperationException)
        {
            log.SignalLost(problem, topic);
        }
    }

    private sealed class Listeners
    {
        private readonly Lock door = new();
        private volatile Action[] all = [];

        public IDisposable Add(Action heard)
        {
            lock (door)
            {
                all = [.. all, heard];
            }

            return new Leaving(() => Remove(heard));
        }

        public void Call()
        {
            foreach (var heard in all)
            {
                heard();
            }
        }

        private void Remove(Action heard)
        {
            lock (door)
            {
                var place = Array.IndexOf(all, heard);
                all = place < 0 ? all : [.. all[..place], .. all[(place + 1)..]];
            }
        }
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
