using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Access;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.AddPasskey;
using UnionHall.Platform.Security.ChangeAccount;
using UnionHall.Platform.Security.ChangePassword;
using UnionHall.Platform.Security.CloseAccount;
using UnionHall.Platform.Security.CreateAccount;
using UnionHall.Platform.Security.ListAccounts;
using UnionHall.Platform.Security.ListSessions;
using UnionHall.Platform.Security.Passkeys;
using UnionHall.Platform.Security.RemovePasskey;
using UnionHall.Platform.Security.ResetPassword;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Security.ShowPassword;
using UnionHall.Platform.Security.SignIn;
using UnionHall.Platform.Security.SignOut;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Security;

/// <summary>Registers accounts, sessions and access, and puts them into the pipeline.</summary>
public static class SigningIn
{
    internal static IServiceCollection AddSigningIn(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>().BindConfiguration("SignIn").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpContextAccessor();
        AddAccounts(services);
        AddSessions(services);
        AddPasskeys(services);
        AddAccess(services);
        return services.AddModelPart<SecurityModel>();
    }

    /// <summary>Between routing and the pages: who is it, must he set a password first, and may he?</summary>
    public static IApplicationBuilder UseSigningIn(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<PasswordDue>().UseAuthorization();

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddOptions<PasswordHasherOptions>().Configure<IOptions<SignInOptions>>((hasher, rules) => hasher.IterationCount = rules.Value.HashRounds);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddScoped<Passwords>();
        services.AddScoped<AccountFinder>();
        services.AddScoped<AccountsInReach>();
        services.AddScoped<AccountDirectory>();
        services.AddSingleton<WorkerCopier>();
        services.AddScoped(made => new CreateAccountHandler(
            made.GetRequiredService<AppDbContext>(), made.GetRequiredService<AccountFinder>(), made.GetRequiredService<Passwords>(),
            made.GetRequiredService<Vault>(), made.GetRequiredService<TimeProvider>()));
        services.AddScoped(made => new OwnAccount(
            made.GetRequiredService<AccountFinder>(), made.GetRequiredService<OwnerCheck>(), made.GetRequiredService<Vault>()));
        services.AddScoped(made => new LeaversAccount(
            made.GetRequiredService<AccountFinder>(), made.GetRequiredService<SessionRegister>(), made.GetRequiredService<TimeProvider>()));
        services.AddScoped<ResetPasswordHandler>();
        services.AddScoped<ChangeAccountHandler>();
        services.AddScoped<ChangeAccountQuery>();
        services.AddScoped<CloseAccountHandler>();
        services.AddScoped<ListAccountsQuery>();
        services.AddScoped<FindWorkerHandler>();
        services.AddSingleton<PasswordSlips>();
        services.AddNavItem(new NavItem(NavPlace.Settings, 19, "账号", "key", "/admin/accounts", Permission.ManageAccess));
        services.AddScoped<OwnerCheck>();
        services.AddScoped<ChangePasswordHandler>();
        services.AddCommand<CreateAccountCommand>();
        services.AddCommand<ResetPasswordCommand>();
        services.AddCommand<ListAccountsCommand>();
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddSingleton<SessionCache>();
        services.AddScoped<SessionRegister>();
        services.AddScoped<SignInGuard>();
        services.AddRecurringJob<SweepSignInAttempts>();
        services.AddScoped<SignInHandler>();
        services.AddScoped<SignOutHandler>();
        services.AddScoped<EndSessionHandler>();
        services.AddScoped<SessionCookie>();
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "unionhall.session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(400);
            cookie.SlidingExpiration = false;
            cookie.EventsType = typeof(SessionCookie);
        });
    }

    private static void AddPasskeys(IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddUserStore<PasskeyStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure(passkeys =>
        {
            // The device checks its owner and knows the account: nothing is typed, and it counts as two factors.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(IsOurs(asked));
        });
        services.AddScoped<PasskeyState>();
        services.AddScoped<PasskeySignInHandler>();
        services.AddScoped<AddPasskeyHandler>();
        services.AddScoped<RemovePasskeyHandler>();
    }

    /// <summary>By host, whatever the scheme: a proxy in front may speak https for us.</summary>
    private static bool IsOurs(PasskeyOriginValidationContext asked) =>
        !asked.CrossOrigin && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
        && string.Equals(origin.Host, asked.HttpContext.Request.Host.Host, StringComparison.OrdinalIgnoreCase);

    private static void AddAccess(IServiceCollection services)
    {
        services.TryAddScoped<IGrantSource, NoGrants>();
        services.AddScoped<ICurrentActor, CurrentActor>();
        services.AddScoped<IAuthorizationHandler, PermissionRuleHandler>();
        services.AddScoped<IAuthorizationHandler, StaffGroundHandler>();
        services.AddAuthorization(access =>
        {
            access.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new StaffGround()).Build();
            access.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new StaffGround()).Build();
            foreach (var permission in Enum.GetValues<Permission>())
            {
                access.AddPolicy(NeedsAttribute.PolicyFor(permission), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRule(permission)));
            }
        });
    }
}
