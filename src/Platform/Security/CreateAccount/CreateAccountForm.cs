using UnionHall.Text;

namespace UnionHall.Platform.Security;

/// <summary>What is needed for a staff account.</summary>
public sealed class CreateAccountForm
{
    /// <summary>3 to 32 of a–z, 0–9, dot, dash and underscore, beginning with a letter; upper case becomes lower case.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Full name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Mobile number, optional.</summary>
    public string? Phone { get; set; }

    /// <summary>The holder's own password; null makes a one-time password.</summary>
    public string? Password { get; set; }
}

/// <summary>A staff account that was just made.</summary>
/// <param name="OneTimePassword">To be shown once; null where the holder gave his own.</param>
public sealed record NewAccount(AccountId Id, string UserName, string? OneTimePassword);

/// <summary>What is needed for a worker's account.</summary>
/// <param name="Phone">Signs in with it.</param>
/// <param name="Name">The full name; the account keeps the surname only.</param>
public sealed record NewWorker(Mobile Phone, PersonName Name, string Password);
