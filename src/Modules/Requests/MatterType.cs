namespace UnionHall.Requests;

/// <summary>What a worker wants (接诉即办 Art 2; 信访工作条例 for petitions). Reports and petitions carry rules of their own.</summary>
public enum MatterType
{
    /// <summary>咨询</summary>
    Consultation = 1,

    /// <summary>求助</summary>
    Help,

    /// <summary>投诉</summary>
    Complaint,

    /// <summary>举报</summary>
    Report,

    /// <summary>建议</summary>
    Suggestion,

    /// <summary>申诉求决</summary>
    Petition,
}
