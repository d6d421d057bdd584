using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.SuperviseRequest;

internal sealed class SuperviseRequestForm : WordsForm
{
    [Required(ErrorMessage = "哪天以前报情况，还没填。")]
    public DateOnly? Until { get; set; }
}
