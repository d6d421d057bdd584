using Microsoft.EntityFrameworkCore;

namespace UnionHall.Platform.Data;

/// <summary>Slot: a module's share of the one EF model. Its tables are made by the numbered scripts embedded in the same assembly.</summary>
public interface IModelPart
{
    void Configure(ModelBuilder model);
}
