package cn.shouwang.monitoring.household.file;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.platform.reading.Purpose;
import cn.shouwang.platform.reading.Revealable.Place;
import cn.shouwang.platform.reading.Revealed;
import cn.shouwang.platform.reading.Reveals;
import cn.shouwang.platform.reading.Reveals.Wish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Shows what the file masks, for a purpose. Health is told as the register's codes with commas between,
/// a part of a description as a JSON object of its fields.
@RestController
@RequestMapping("/households/{household}")
class HouseholdRevealController {

    enum HouseholdField {
        PHONE,
        ADDRESS,
        RELOCATION_ADDRESS,
        ACCOUNT,
        NATIONAL_NUMBER
    }

    enum MemberField {
        NAME,
        DOCUMENT,
        BORN,
        HEALTH,
        PHONE,
        SCHOOLING,
        DISABILITY,
        WORK,
        POST,
        INSURANCES,
        SUPPORT,
        PARTICULARS,
        NATIONAL_NUMBER
    }

    record RevealHouseholdRequest(
            @NotNull HouseholdField field,
            @NotNull Purpose purpose,
            @Nullable @Size(max = 200) String note) {}

    record RevealMemberRequest(
            @NotNull MemberField field,
            @NotNull Purpose purpose,
            @Nullable @Size(max = 200) String note) {}

    private final Reveals reveals;

    HouseholdRevealController(Reveals reveals) {
        this.reveals = reveals;
    }

    @PostMapping("/reveals")
    @ResponseStatus(HttpStatus.CREATED)
    Revealed reveal(@PathVariable HouseholdId household, @Valid @RequestBody RevealHouseholdRequest request) {
        var place = new Place(
                HouseholdReveals.HOUSEHOLD + name(request.field()), household.toString(), household.toString());
        return reveals.reveal(new Wish(place, request.purpose(), request.note()));
    }

    @PostMapping("/members/{member}/reveals")
    @ResponseStatus(HttpStatus.CREATED)
    Revealed reveal(
            @PathVariable HouseholdId household,
            @PathVariable MemberId member,
            @Valid @RequestBody RevealMemberRequest request) {
        var place = new Place(HouseholdReveals.MEMBER + name(request.field()), household.toString(), member.toString());
        return reveals.reveal(new Wish(place, request.purpose(), request.note()));
    }

    private static String name(Enum<?> field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
