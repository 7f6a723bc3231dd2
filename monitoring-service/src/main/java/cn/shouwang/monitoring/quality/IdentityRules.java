package cn.shouwang.monitoring.quality;

import static cn.shouwang.monitoring.household.Relation.*;

import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.household.Sex;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.person.TemporaryRef;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who somebody is: Q01, Q02, Q03, Q12.
final class IdentityRules {

    private static final int ID_LENGTH = 18;
    /// Of a disability certificate, and of one that was issued again.
    private static final Set<Integer> CERTIFICATE_LENGTHS = Set.of(20, 22);

    private static final int PHONE_LENGTH = 11;

    private static final Set<Relation> MEN = EnumSet.of(
            SON,
            SON_IN_LAW,
            SONS_SON,
            DAUGHTERS_SON,
            GREAT_GRANDSON,
            FATHER,
            WIFES_FATHER,
            HUSBANDS_FATHER,
            FATHERS_FATHER,
            MOTHERS_FATHER,
            UNCLE);
    private static final Set<Relation> WOMEN = EnumSet.of(
            DAUGHTER,
            DAUGHTER_IN_LAW,
            SONS_DAUGHTER,
            DAUGHTERS_DAUGHTER,
            GREAT_GRANDDAUGHTER,
            MOTHER,
            WIFES_MOTHER,
            HUSBANDS_MOTHER,
            FATHERS_MOTHER,
            MOTHERS_MOTHER,
            BROTHERS_WIFE);

    private IdentityRules() {}

    /// Q01. An id number with a wrong check character or birth date is refused when it is entered;
    /// what is left are those who have none yet, and certificates, which are kept as they are told.
    /// Who is in two households is proposed by `duplicate`.
    static Stream<Spot> documents(HouseholdFacts facts) {
        return Stream.of(
                        facts.each(member -> member.person().document() instanceof TemporaryRef, "temporary"),
                        facts.each(member -> certificate(member) != null && !isLong(certificate(member)), "length"),
                        facts.each(member -> isLong(certificate(member)) && !isValid(certificate(member)), "check"),
                        twice(facts))
                .flatMap(spots -> spots);
    }

    /// Everyone whose number is also somebody else's, by the first 18 characters.
    private static Stream<Spot> twice(HouseholdFacts facts) {
        var owners = new HashMap<String, Set<MemberFacts>>();
        facts.members().forEach(member -> Stream.of(
                        member.person().document().value(), Objects.requireNonNullElse(certificate(member), ""))
                .filter(number -> number.length() >= ID_LENGTH && !number.startsWith("T-"))
                .forEach(number -> owners.computeIfAbsent(number.substring(0, ID_LENGTH), _ -> new HashSet<>())
                        .add(member)));
        return owners.values().stream()
                .filter(members -> members.size() > 1)
                .flatMap(Set::stream)
                .distinct()
                .map(member -> new Spot(member.id(), "twice", facts.told()));
    }

    private static @Nullable String certificate(MemberFacts member) {
        var disability = member.profile().disability();
        return disability == null ? null : disability.certificate();
    }

    private static boolean isLong(@Nullable String certificate) {
        return certificate != null && CERTIFICATE_LENGTHS.contains(certificate.length());
    }

    private static boolean isValid(@Nullable String certificate) {
        return certificate != null && IdNumber.isOne(certificate.substring(0, ID_LENGTH));
    }

    /// Q02. A second head or spouse is refused when entered, but a household may lose its only one.
    static Stream<Spot> headAndSpouse(HouseholdFacts facts) {
        var heads = with(facts, HEAD);
        var spouses = with(facts, SPOUSE);
        return Stream.of(
                        facts.spotIf(!facts.members().isEmpty() && heads.count() != 1, "heads"),
                        facts.spotIf(spouses.count() > 1, "spouses"),
                        facts.eachAmong(
                                member -> member.person().relation() == SPOUSE
                                        && member.person().sex() != null
                                        && heads.sexes()
                                                .contains(member.person().sex()),
                                "sex"))
                .flatMap(spots -> spots);
    }

    private record Some(int count, Set<Sex> sexes) {}

    private static Some with(HouseholdFacts facts, Relation relation) {
        var sexes = new HashSet<Sex>();
        var count = 0;
        for (var member : facts.members()) {
            if (member.person().relation() == relation) {
                count++;
                var sex = member.person().sex();
                if (sex != null) {
                    sexes.add(sex);
                }
            }
        }
        return new Some(count, sexes);
    }

    /// Q03.
    static Stream<Spot> relations(HouseholdFacts facts) {
        return facts.each(
                member -> (member.person().sex() == Sex.FEMALE
                                && MEN.contains(member.person().relation()))
                        || (member.person().sex() == Sex.MALE
                                && WOMEN.contains(member.person().relation())),
                "sex");
    }

    /// Q12. That several old people share a number is no finding.
    static Stream<Spot> phones(HouseholdFacts facts) {
        var counties = new HashMap<String, Set<String>>();
        facts.members().forEach(member -> {
            var phone = phone(member);
            var county = county(member);
            if (phone != null && county != null) {
                counties.computeIfAbsent(phone, _ -> new HashSet<>()).add(county);
            }
        });
        return Stream.concat(
                facts.each(member -> isMalformed(phone(member)), "length"),
                facts.eachAmong(member -> county(member) != null && isShared(counties, phone(member)), "shared"));
    }

    private static boolean isMalformed(@Nullable String phone) {
        return phone != null && phone.replace("-", "").length() != PHONE_LENGTH;
    }

    private static boolean isShared(Map<String, Set<String>> counties, @Nullable String phone) {
        return phone != null && counties.getOrDefault(phone, Set.of()).size() > 1;
    }

    private static @Nullable String phone(MemberFacts member) {
        var particulars = member.profile().particulars();
        return particulars == null ? null : particulars.phone();
    }

    private static @Nullable String county(MemberFacts member) {
        var work = member.profile().work();
        return work == null || work.place() == null ? null : work.place().county();
    }
}
