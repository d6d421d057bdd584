namespace UnionHall.Messaging.WeChat.Api;

/// <summary>What helps when a call was refused.</summary>
internal enum Remedy
{
    /// <summary>Later it may work by itself.</summary>
    Retry = 1,

    /// <summary>This one will never work; the next may.</summary>
    GiveUp,

    /// <summary>Nothing works until an operator has changed something.</summary>
    Operator,
}

/// <summary>Why a call brought nothing.</summary>
/// <param name="Code">WeChat's errcode; 0 when its answer was none of WeChat's.</param>
/// <param name="Sentence">For operators: what is wrong and what to do.</param>
internal sealed record WeChatFault(int Code, Remedy Remedy, string Sentence);

/// <summary>What a call brought, or why nothing.</summary>
internal sealed record WeChatAnswer<T>(T? Value, WeChatFault? Fault)
{
    public bool Succeeded => Fault is null;

    public static implicit operator WeChatAnswer<T>(T value) => new(value, null);

    public static implicit operator WeChatAnswer<T>(WeChatFault fault) => new(default, fault);
}

/// <summary>Work that a job tries again: the fault stands with the job until it goes well.</summary>
internal sealed class WeChatFaultException(WeChatFault fault) : Exception($"{fault.Code} {fault.Sentence}")
{
    public WeChatFault Fault { get; } = fault;
}
