package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.household.HouseholdCommand.AddMember;
import cn.shouwang.monitoring.household.HouseholdCommand.CorrectBaseType;
import cn.shouwang.monitoring.household.HouseholdCommand.CorrectMember;
import cn.shouwang.monitoring.household.HouseholdCommand.DecreaseMember;
import cn.shouwang.monitoring.household.HouseholdCommand.DescribeHousehold;
import cn.shouwang.monitoring.household.HouseholdCommand.DescribeMember;
import cn.shouwang.monitoring.household.HouseholdCommand.DisputeBaseType;
import cn.shouwang.monitoring.household.HouseholdCommand.MoveMember;
import cn.shouwang.monitoring.household.HouseholdCommand.RegisterHousehold;
import cn.shouwang.monitoring.household.HouseholdCommand.RegisterHousehold.Joining;
import cn.shouwang.monitoring.household.HouseholdCommand.UpholdBaseType;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.monitoring.profile.MemberProfile;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Keeps the register. A member's number may be chosen by the caller; otherwise the household's file
/// tells it.
@RestController
@RequestMapping("/households")
class HouseholdController {

    record RegisterHouseholdRequest(
            @NotNull @Pattern(regexp = "\\d{12}") String village,
            @NotNull BaseType baseType,
            @Nullable @Size(max = 200) String address,
            @Nullable @Size(max = 20) String phone,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid MemberRequest> members,
            @NotNull LocalDate on) {}

    record AddMemberRequest(
            @Nullable MemberId member,
            @NotNull @Valid PersonRequest person,
            @Nullable IncreaseReason reason,
            @NotNull LocalDate on) {}

    record MemberRequest(
            @Nullable MemberId member, @NotNull @Valid PersonRequest person) {}

    record CorrectMemberRequest(
            @NotNull @Valid PersonRequest person, @NotNull LocalDate on) {}

    record DecreaseMemberRequest(
            @NotNull DecreaseReason reason,
            @Nullable MemberId newHead,
            @NotNull LocalDate on) {}

    record MoveMemberRequest(
            @NotNull HouseholdId to,
            @NotNull Relation relation,
            @Nullable MemberId newHead,
            @NotNull LocalDate on) {}

    record DescribeMemberRequest(
            @NotNull @Valid MemberProfile profile, @NotNull LocalDate on) {}

    record DescribeHouseholdRequest(
            @NotNull @Valid HouseholdProfile profile,
            @NotNull LocalDate on) {}

    record DisputeBaseTypeRequest(
            @NotNull BaseType baseType,
            @NotBlank @Size(max = 200) String reason,
            @NotBlank @Size(max = 200) String evidence,
            @NotNull LocalDate on) {}

    record CorrectBaseTypeRequest(@NotNull LocalDate on) {}

    record UpholdBaseTypeRequest(
            @NotBlank @Size(max = 200) String reason,
            @NotNull LocalDate on) {}

    /// `sex` and `born` are asked for only where the document does not tell them.
    record PersonRequest(
            @NotBlank @Size(max = 40) String name,
            @NotBlank @Size(max = 60) String document,
            @Nullable Sex sex,
            @Nullable LocalDate born,
            @NotNull Relation relation,
            @NotNull LabourAbility labour,
            @NotEmpty Set<@NotNull Health> health,
            @NotNull Boolean student) {

        Person person() {
            return Person.entered(
                    PersonName.of(name), PersonDocument.of(document), sex, born, relation, labour, health, student);
        }
    }

    private final Commands commands;

    HouseholdController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    Accepted register(@Valid @RequestBody RegisterHouseholdRequest request) {
        return commands.send(new RegisterHousehold(
                HouseholdId.fresh(),
                request.village(),
                request.baseType(),
                request.address(),
                request.phone() == null ? null : Phone.of(request.phone()),
                request.members().stream()
                        .map(member -> new Joining(
                                number(member.member()), member.person().person()))
                        .toList(),
                request.on()));
    }

    @PostMapping("/{household}/members")
    Accepted add(@PathVariable HouseholdId household, @Valid @RequestBody AddMemberRequest request) {
        return commands.send(new AddMember(
                household, number(request.member()), request.person().person(), request.reason(), request.on()));
    }

    @PostMapping("/{household}/members/{member}/correction")
    Accepted correct(
            @PathVariable HouseholdId household,
            @PathVariable MemberId member,
            @Valid @RequestBody CorrectMemberRequest request) {
        return commands.send(
                new CorrectMember(household, member, request.person().person(), request.on()));
    }

    @PostMapping("/{household}/members/{member}/decrease")
    Accepted decrease(
            @PathVariable HouseholdId household,
            @PathVariable MemberId member,
            @Valid @RequestBody DecreaseMemberRequest request) {
        return commands.send(new DecreaseMember(household, member, request.reason(), request.newHead(), request.on()));
    }

    /// Into another household, which the caller must reach as well. The member is there a moment
    /// later.
    @PostMapping("/{household}/members/{member}/move")
    Accepted move(
            @PathVariable HouseholdId household,
            @PathVariable MemberId member,
            @Valid @RequestBody MoveMemberRequest request) {
        return commands.send(
                new MoveMember(household, member, request.to(), request.relation(), request.newHead(), request.on()));
    }

    /// Parts that are left out stay as they are.
    @PostMapping("/{household}/members/{member}/description")
    Accepted describe(
            @PathVariable HouseholdId household,
            @PathVariable MemberId member,
            @Valid @RequestBody DescribeMemberRequest request) {
        return commands.send(new DescribeMember(household, member, request.profile(), request.on()));
    }

    @PostMapping("/{household}/description")
    Accepted describe(@PathVariable HouseholdId household, @Valid @RequestBody DescribeHouseholdRequest request) {
        return commands.send(new DescribeHousehold(household, request.profile(), request.on()));
    }

    @PostMapping("/{household}/base-type/dispute")
    Accepted dispute(@PathVariable HouseholdId household, @Valid @RequestBody DisputeBaseTypeRequest request) {
        return commands.send(
                new DisputeBaseType(household, request.baseType(), request.reason(), request.evidence(), request.on()));
    }

    @PostMapping("/{household}/base-type/correction")
    Accepted correct(@PathVariable HouseholdId household, @Valid @RequestBody CorrectBaseTypeRequest request) {
        return commands.send(new CorrectBaseType(household, request.on()));
    }

    @PostMapping("/{household}/base-type/upholding")
    Accepted uphold(@PathVariable HouseholdId household, @Valid @RequestBody UpholdBaseTypeRequest request) {
        return commands.send(new UpholdBaseType(household, request.reason(), request.on()));
    }

    private static MemberId number(@Nullable MemberId chosen) {
        return chosen == null ? MemberId.fresh() : chosen;
    }
}
