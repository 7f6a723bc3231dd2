package cn.shouwang.monitoring.profile;

import cn.shouwang.platform.event.Personal;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is told of one member, in parts. Everything but the standing is personal.
public record MemberProfile(
        @Nullable @Valid Standing standing,
        @Nullable @Personal @Valid Schooling schooling,
        @Nullable @Personal @Valid Disability disability,
        @Nullable @Personal @Valid Work work,
        @Nullable @Personal @Valid PublicPost post,
        @Nullable @Personal @Valid Insurances insurances,
        @Nullable @Personal @Valid Support support,
        @Nullable @Personal @Valid Particulars particulars) {

    /// Whether the member is in the hukou book of the household, and lives with it. The county
    /// rules on who counts where the two differ.
    public record Standing(boolean hukouMember, boolean coResident) {}

    public static final MemberProfile EMPTY = new MemberProfile(null, null, null, null, null, null, null, null);

    /// Nothing but the number, if there is one.
    public static MemberProfile numbered(@Nullable String nationalNumber) {
        return nationalNumber == null
                ? EMPTY
                : new MemberProfile(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Particulars(null, nationalNumber, null, null, null, null));
    }

    public boolean saysNothing() {
        return Stream.of(standing, schooling, disability, work, post, insurances, support, particulars)
                .allMatch(Objects::isNull);
    }

    /// What is known once `later` has been told as well. Particulars that do not tell the national
    /// number leave the one that was known.
    public MemberProfile with(MemberProfile later) {
        return new MemberProfile(
                last(later.standing, standing),
                last(later.schooling, schooling),
                last(later.disability, disability),
                last(later.work, work),
                last(later.post, post),
                last(later.insurances, insurances),
                last(later.support, support),
                later.particulars == null ? particulars : later.particulars.after(particulars));
    }

    static <T> @Nullable T last(@Nullable T later, @Nullable T before) {
        return later == null ? before : later;
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "MemberProfile";
    }
}
