package cn.shouwang.monitoring.profile;

import cn.shouwang.platform.event.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is told of a household, in parts. `nationalNumber` is the 户编号 of the national system,
/// opaque.
public record HouseholdProfile(
        @Nullable @Valid Land land,
        @Nullable @Valid House house,
        @Nullable Water water,
        @Nullable @Valid Living living,
        @Nullable Links links,
        @Nullable Marks marks,
        @Nullable @Personal @Size(min = 1, max = 200) String relocationAddress,
        @Nullable @Personal @Valid Account account,
        @Nullable @Personal @Size(min = 1, max = 40) String nationalNumber) {

    /// Land in hundredths of 亩: 耕地, 林地, 退耕还林, 林果, 水面, 牧草地.
    public record Land(
            @PositiveOrZero long cultivated,
            @PositiveOrZero long forest,
            @PositiveOrZero long returned,
            @PositiveOrZero long orchard,
            @PositiveOrZero long water,
            @PositiveOrZero long pasture) {}

    /// Whether water is enough, clean, near, and there all year; source: T/CHES 18-2018.
    public record Water(boolean quantity, boolean quality, boolean convenience, boolean reliability) {}

    /// Ties to a cooperative (农民专业合作社), a leading enterprise (龙头企业), an entrepreneur (创业致富带头人).
    public record Links(boolean cooperative, boolean leadingEnterprise, boolean entrepreneur) {}

    /// Flags of the form: moved under the relocation programme (易地搬迁), family of a martyr or
    /// veteran (军烈属), no member can work and the household is provided for (整户无劳动能力兜底保障).
    public record Marks(boolean relocated, boolean martyrOrVeteran, boolean noLabourBackstop) {}

    /// The account to which grants are paid (一卡通), as it is told.
    public record Account(
            @NotBlank @Size(max = 60) String bank,
            @NotBlank @Size(max = 40) String number) {

        /// Nothing personal.
        @Override
        public String toString() {
            return "Account";
        }
    }

    public static final HouseholdProfile EMPTY =
            new HouseholdProfile(null, null, null, null, null, null, null, null, null);

    /// Nothing but the number, if there is one.
    public static HouseholdProfile numbered(@Nullable String nationalNumber) {
        return nationalNumber == null
                ? EMPTY
                : new HouseholdProfile(null, null, null, null, null, null, null, null, nationalNumber);
    }

    public boolean saysNothing() {
        return Stream.of(land, house, water, living, links, marks, relocationAddress, account, nationalNumber)
                .allMatch(Objects::isNull);
    }

    /// What is known once `later` has been told as well.
    public HouseholdProfile with(HouseholdProfile later) {
        return new HouseholdProfile(
                MemberProfile.last(later.land, land),
                MemberProfile.last(later.house, house),
                MemberProfile.last(later.water, water),
                MemberProfile.last(later.living, living),
                MemberProfile.last(later.links, links),
                MemberProfile.last(later.marks, marks),
                MemberProfile.last(later.relocationAddress, relocationAddress),
                MemberProfile.last(later.account, account),
                MemberProfile.last(later.nationalNumber, nationalNumber));
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "HouseholdProfile";
    }
}
