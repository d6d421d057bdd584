using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AssessSide;

internal sealed class AssessSideForm : WordsForm
{
    [Required(ErrorMessage = "选一下怎么样。")]
    [Range(1, OrderAssessment.Best, ErrorMessage = "选一下怎么样。")]
    public int? Grade { get; set; }
}
