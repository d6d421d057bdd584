namespace UnionHall.Requests;

/// <summary>Who may know who said it.</summary>
public enum Visibility
{
    /// <summary>实名: the handling unions see name and phone.</summary>
    Named = 1,

    /// <summary>对本单位保密: sealed; opened only with a reason, on the record, never by the worker's own unit.</summary>
    Hidden,

    /// <summary>匿名: nothing about the person is stored; reference and passphrase are the only way back.</summary>
    Anonymous,
}
