using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionHall.Platform.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Data;

internal sealed class RequestsModel : IModelPart
{
    public void Configure(ModelBuilder model)
    {
        Request(model.Entity<Request>());
        ClockModel.Configure(model);
        HopModel.Configure(model);
        FollowUpModel.Configure(model);
        model.Entity<Participant>(one =>
        {
            one.HasKey(row => row.RequestId);
            one.Property(row => row.Way).AsText();
            one.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
            one.HasOne<Request>().WithMany().HasForeignKey(row => row.HeadId);
        });
        model.Entity<RetaliationCheck>(check =>
        {
            check.Property(row => row.Id).ValueGeneratedNever();
            check.Property(row => row.Means).AsText();
            check.Property(row => row.State).AsText();
            check.Property(row => row.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            check.Ignore(row => row.Events).Ignore(row => row.IsOpen);
            check.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
            check.HasOne<Request>().WithMany().HasForeignKey(row => row.ReportId);
        });
        model.Entity<IdentityAsk>(ask =>
        {
            ask.Property(row => row.Id).ValueGeneratedNever();
            ask.Property(row => row.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            ask.Ignore(row => row.Events).Ignore(row => row.IsOpen);
            ask.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
        });
        model.Entity<Accused>(one =>
        {
            one.Property(row => row.Id).ValueGeneratedNever();
            one.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
            one.HasOne<Accused>().WithMany().HasForeignKey(row => row.CopyOf);
        });
        model.Entity<RequestShare>(share =>
        {
            share.Property(row => row.Id).ValueGeneratedNever();
            share.Property(row => row.Items).HasColumnType("jsonb");
            share.Ignore(row => row.Events);
            share.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
        });
        model.Entity<ShareLook>(look =>
        {
            look.Property(row => row.Id).ValueGeneratedNever();
            look.HasOne<RequestShare>().WithMany().HasForeignKey(row => row.ShareId);
        });
        model.Entity<JoinLink>(link =>
        {
            link.HasKey(row => row.RequestId);
            link.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
        });
        AnsweringModel.Configure(model);
        PublicFilingModel.Configure(model);
        model.Entity<Requester>().HasKey(requester => requester.RequestId);
        model.Entity<WorkOrder>(order =>
        {
            order.Property(row => row.Id).ValueGeneratedNever();
            order.Ignore(row => row.IsOpen).Ignore(row => row.FollowsPromise).Ignore(row => row.Term).Ignore(row => row.WaitsForContact);
            order.Property(row => row.LimitUnit).AsText();
            order.Property(row => row.ContactUnit).AsText();
            order.HasOne<WorkOrder>().WithMany().HasForeignKey(row => row.ParentId);
        });
        model.Entity<TimelineEntry>(entry =>
        {
            entry.Property(row => row.Id).ValueGeneratedNever();
            entry.Property(row => row.Kind).AsText();
        });
        model.Entity<RequestFile>(file =>
        {
            file.HasKey(row => row.FileId);
            file.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
            file.HasOne<TimelineEntry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<Settings.RequestSetting>().HasKey(setting => new { setting.Key, setting.ValidFrom });
        model.Entity<RequestMail>(mail =>
        {
            mail.HasKey(row => row.ThreadId);
            mail.Property(row => row.ThreadId).ValueGeneratedNever();
            mail.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
        });
        model.Entity<RequestReach>(reach =>
        {
            reach.HasKey(row => new { row.UnitId, row.RequestId });
            reach.Property(row => row.State).AsText();
        });
        model.Entity<Category>(category =>
        {
            category.HasKey(row => row.Code);
            category.HasOne<Category>().WithMany().HasForeignKey(row => row.ParentCode);
        });
        model.Entity<SavedView>(view =>
        {
            view.Property(row => row.Id).ValueGeneratedNever();
            view.Ignore(row => row.Events);
        });
        model.Entity<Service>(service =>
        {
            service.Property(row => row.Id).ValueGeneratedNever();
            service.Ignore(row => row.IsVoid).Ignore(row => row.IsGeneral);
            service.Property(row => row.MatterType).AsText();
            service.Property(row => row.Urgency).AsText();
            service.Property(row => row.Questions).HasColumnType("jsonb");
            service.Property(row => row.Checks).HasColumnType("jsonb");
            service.HasOne<Category>().WithMany().HasForeignKey(row => row.Category);
        });
    }

    private static void Request(EntityTypeBuilder<Request> request)
    {
        request.Property(row => row.Id).ValueGeneratedNever();
        request.Property(row => row.MatterType).AsText();
        request.Property(row => row.Visibility).AsText();
        request.Property(row => row.Channel).AsText();
        request.Property(row => row.State).AsText();
        request.Property(row => row.Outcome).AsText();
        request.Property(row => row.Rating).AsText();
        request.Property(row => row.Answers).HasColumnType("jsonb");
        request.Property(row => row.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
        request.Property<NpgsqlTypes.NpgsqlTsVector?>("WordIndex");
        request.Property(row => row.Urgency).AsText();
        request.Property(row => row.LimitUnit).AsText();
        request.Ignore(row => row.Events).Ignore(row => row.CurrentOrder).Ignore(row => row.Term).Ignore(row => row.PromiseRuns);
        request.HasMany(row => row.Ledger).WithOne().HasForeignKey(entry => entry.RequestId);
        request.HasMany(row => row.Breaches).WithOne().HasForeignKey(breach => breach.RequestId);
        request.Navigation(row => row.Ledger).UsePropertyAccessMode(PropertyAccessMode.Field);
        request.Navigation(row => row.Breaches).UsePropertyAccessMode(PropertyAccessMode.Field);
        request.Property(row => row.MergedAs).AsText();
        request.Property(row => row.StateBefore).AsText();
        request.HasOne<Request>().WithMany().HasForeignKey(row => row.HeadId);
        request.Ignore(row => row.IsInBox).Ignore(row => row.IsMerged).Ignore(row => row.IsCollective).Ignore(row => row.NeedsSecondPerson);
        request.Ignore(row => row.Round).Ignore(row => row.IsAgain).Ignore(row => row.WasUnsolved);
        request.HasMany(row => row.Orders).WithOne().HasForeignKey(order => order.RequestId);
        request.HasMany(row => row.Timeline).WithOne().HasForeignKey(entry => entry.RequestId);
        request.Navigation(row => row.Orders).UsePropertyAccessMode(PropertyAccessMode.Field);
        request.Navigation(row => row.Timeline).UsePropertyAccessMode(PropertyAccessMode.Field);
        request.HasOne<Service>().WithMany().HasForeignKey(row => row.ServiceId);
        request.HasOne<Requester>().WithOne().HasForeignKey<Requester>(requester => requester.RequestId);
    }
}
