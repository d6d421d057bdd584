namespace UnionHall.Requests;

/// <summary>The door a request came in by.</summary>
public enum Channel
{
    Web = 1,
    Wechat,
    Phone,
    Paper,
    Visit,
    Stall,
    Mail,
    Letter,

    /// <summary>Filed by Open311.</summary>
    Open311,

    /// <summary>Filed by another system over the API.</summary>
    Api,
}
