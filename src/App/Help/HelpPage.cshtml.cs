using Microsoft.AspNetCore.Mvc.RazorPages;

namespace UnionHall.App.Help;

internal sealed class HelpPage : PageModel;
