package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.household.Sex;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.profile.Disability;
import cn.shouwang.monitoring.profile.Insurances;
import cn.shouwang.monitoring.profile.Insurances.Pension;
import cn.shouwang.monitoring.profile.MemberProfile;
import cn.shouwang.monitoring.profile.Particulars;
import cn.shouwang.monitoring.profile.PublicPost;
import cn.shouwang.monitoring.profile.SchoolStatus;
import cn.shouwang.monitoring.profile.Schooling;
import cn.shouwang.monitoring.profile.Schooling.Absence;
import cn.shouwang.monitoring.profile.Schooling.Education;
import cn.shouwang.monitoring.profile.Support;
import cn.shouwang.monitoring.profile.Work;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A member of a household of the rules' tests, of whom nothing is doubtful until a test says
/// otherwise: healthy, able to work, insured, with an education.
record Someone(MemberId id, Person person, MemberProfile profile) {

    static final Insurances INSURED = new Insurances(true, false, true, false, Pension.RESIDENT, false);

    static Someone head() {
        return of(1, Persons.MAN, Relation.HEAD);
    }

    static Someone wife() {
        return of(2, Persons.WOMAN, Relation.SPOUSE);
    }

    static Someone son() {
        return of(3, Persons.SON, Relation.SON);
    }

    static Someone of(int number, String document, Relation relation) {
        return new Someone(
                MemberId.of("00000000-0000-4000-8000-00000000000" + number),
                Persons.of(document, relation),
                MemberProfile.EMPTY
                        .with(schooling(new Schooling(Education.JUNIOR, null, null, false)))
                        .with(insurances(INSURED)));
    }

    private static MemberProfile schooling(@Nullable Schooling schooling) {
        return new MemberProfile(null, schooling, null, null, null, null, null, null);
    }

    private static MemberProfile insurances(Insurances insurances) {
        return new MemberProfile(null, null, null, null, null, insurances, null, null);
    }

    Someone undescribed() {
        return new Someone(id, person, MemberProfile.EMPTY);
    }

    Someone as(Relation relation) {
        return with(person.document(), person.sex(), person.born(), relation, person.labour(), person.health());
    }

    Someone documented(String document) {
        return with(
                PersonDocument.of(document),
                person.sex(),
                person.born(),
                person.relation(),
                person.labour(),
                person.health());
    }

    Someone of(Sex sex) {
        return with(person.document(), sex, person.born(), person.relation(), person.labour(), person.health());
    }

    /// So many years old today, and a day.
    Someone aged(int years) {
        return with(
                person.document(),
                person.sex(),
                Facts.TODAY.minusYears(years).minusDays(1),
                person.relation(),
                person.labour(),
                person.health());
    }

    Someone able(LabourAbility labour) {
        return with(person.document(), person.sex(), person.born(), person.relation(), labour, person.health());
    }

    Someone with(Health... health) {
        return with(person.document(), person.sex(), person.born(), person.relation(), person.labour(), Set.of(health));
    }

    Someone educated(@Nullable Education education, @Nullable SchoolStatus status) {
        return with(schooling(new Schooling(education, status, null, false)));
    }

    Someone atSchool(SchoolStatus status) {
        return educated(null, status);
    }

    Someone notAtSchool(Absence reason) {
        return with(schooling(new Schooling(Education.PRIMARY, null, reason, false)));
    }

    Someone insured(boolean resident, boolean employee, boolean serious) {
        return with(insurances(new Insurances(resident, employee, serious, false, Pension.NONE, false)));
    }

    Someone certified(String certificate) {
        var disability = new Disability(certificate, Disability.Category.LIMB, 3, 2020);
        return with(new MemberProfile(null, null, disability, null, null, null, null, null));
    }

    Someone working(Work work) {
        return with(new MemberProfile(null, null, null, work, null, null, null, null));
    }

    Someone posted(PublicPost post) {
        return with(new MemberProfile(null, null, null, null, post, null, null, null));
    }

    Someone supported(Support support) {
        return with(new MemberProfile(null, null, null, null, null, null, support, null));
    }

    Someone phoned(String phone) {
        return with(new MemberProfile(
                null, null, null, null, null, null, null, new Particulars(phone, null, null, null, null, null)));
    }

    private Someone with(MemberProfile more) {
        return new Someone(id, person, profile.with(more));
    }

    private Someone with(
            PersonDocument document,
            @Nullable Sex sex,
            @Nullable LocalDate born,
            Relation relation,
            LabourAbility labour,
            Set<Health> health) {
        return new Someone(
                id,
                new Person(PersonName.of("林守一"), document, sex, born, relation, labour, health, person.student()),
                profile);
    }
}
