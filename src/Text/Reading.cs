using System.Diagnostics.CodeAnalysis;

namespace UnionHall.Text;

/// <summary>What was wrong with a number that a person typed.</summary>
public enum Fault
{
    /// <summary>Nothing: the number is good.</summary>
    None = 0,

    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>Too many or too few characters.</summary>
    Length,

    /// <summary>A character that such a number never has.</summary>
    Characters,

    /// <summary>It begins as no such number begins (unknown province, registrar or dialling range).</summary>
    Prefix,

    /// <summary>The birth date in it does not exist or lies in the future.</summary>
    BirthDate,

    /// <summary>The check character does not fit: some character was mistyped.</summary>
    Check,
}

/// <summary>A typed number as read: its value, or the fault with a sentence for the person who typed it.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed record Reading<T>
    where T : class
{
    internal Reading(T value) => Value = value;

    internal Reading(Fault fault, string sentence) => (Fault, Sentence) = (fault, sentence);

    /// <summary>The value; null when there is a fault.</summary>
    public T? Value { get; }

    /// <summary>The kind of fault, <see cref="Fault.None"/> when the value is good.</summary>
    public Fault Fault { get; }

    /// <summary>One Chinese sentence to show at the field; null when the value is good.</summary>
    public string? Sentence { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Sentence))]
    public bool Succeeded => Fault == Fault.None;
}
