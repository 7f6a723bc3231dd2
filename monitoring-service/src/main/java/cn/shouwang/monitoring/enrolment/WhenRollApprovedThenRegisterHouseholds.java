package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.batch.Staged.Piece;
import cn.shouwang.monitoring.comparison.Comparisons;
import cn.shouwang.monitoring.dataset.PersonKeys;
import cn.shouwang.monitoring.enrolment.EnrolmentCommand.RecordPiece;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollApproved;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Newcomer;
import cn.shouwang.monitoring.household.Newcomer.Joining;
import cn.shouwang.monitoring.household.Newcomers;
import cn.shouwang.monitoring.household.Numbers;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.sheet.LongSet;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.command.Bulk.Cause;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// An approved file is registered piece by piece, and each piece is recorded when all of it is durable.
///
/// After a crash it goes on with the piece that is not recorded: numbers follow from the place in the file, so
/// who is on the register already is not registered again. What the register refuses now, though the file was
/// right when it came (someone was registered meanwhile, M13), is left out with its rule.
@Component
class WhenRollApprovedThenRegisterHouseholds implements Policy {

    private final Enrolments enrolments;
    private final Attachments attachments;
    private final Newcomers newcomers;
    private final Comparisons register;
    private final Numbers numbers;
    private final PersonKeys keys;

    WhenRollApprovedThenRegisterHouseholds(
            Enrolments enrolments,
            Attachments attachments,
            Newcomers newcomers,
            Comparisons register,
            Numbers numbers,
            PersonKeys keys) {
        this.enrolments = enrolments;
        this.attachments = attachments;
        this.newcomers = newcomers;
        this.register = register;
        this.numbers = numbers;
        this.keys = keys;
    }

    /// Who is on the register, and which national numbers its households have, as the registration
    /// begins.
    private record Known(LongSet persons, Predicate<String> numbers) {}

    @Override
    public String name() {
        return "when-roll-approved-then-register-households";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(RollApproved.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof RollApproved approved) {
            var entry = enrolments.find(approved.enrolment()).orElseThrow();
            if (entry.state() != EnrolmentState.REGISTERING || !entry.digest().equals(approved.digest())) {
                return; // registered before
            }
            var known = new Known(register.known(), numbers.taken());
            newcomers.during(() -> pieces(entry, approved, known, recorded, reaction));
        }
    }

    private void pieces(
            Enrolments.Entry entry, RollApproved approved, Known known, Recorded recorded, Reaction reaction) {
        var pieces = entry.staged().facts();
        for (var number = entry.done(); number < pieces.size(); number++) {
            var piece = register(approved, number, pieces.get(number), known, recorded);
            reaction.send("piece-" + number, piece, approved.division());
        }
    }

    private RecordPiece register(RollApproved approved, int number, Piece piece, Known known, Recorded recorded) {
        var entered = Roll.read(
                attachments.open(piece.id(), piece.sha256()).orElseThrow(() -> new IllegalStateException("no piece")));
        var coming = new ArrayList<Newcomer>(entered.size());
        for (var place = 0; place < entered.size(); place++) {
            coming.add(newcomer(approved.enrolment(), number, place, entered.get(place)));
        }
        var refused = newcomers.register(
                coming,
                newcomer -> check(newcomer, approved.division(), known),
                approved.on(),
                Actor.policy(name(), approved.division()),
                new Cause(recorded.id(), recorded.meta(Meta.CORRELATION)));
        return recorded(approved, number, entered, coming, refused);
    }

    private static RecordPiece recorded(
            RollApproved approved,
            int number,
            List<Entered> entered,
            List<Newcomer> coming,
            Map<HouseholdId, String> refused) {
        var left = new ArrayList<Left>();
        var persons = 0;
        for (var place = 0; place < entered.size(); place++) {
            var rule = refused.get(coming.get(place).household());
            if (rule == null) {
                persons += entered.get(place).members().size();
            } else {
                left.add(new Left(entered.get(place).row(), rule));
            }
        }
        return new RecordPiece(
                approved.enrolment(), number, entered.size() - left.size(), persons, left, approved.on());
    }

    private static Newcomer newcomer(EnrolmentId enrolment, int piece, int place, Entered entered) {
        var members = new ArrayList<Joining>();
        for (var member : entered.members()) {
            var id = new MemberId(enrolment.number(piece, place, members.size()));
            members.add(new Joining(id, member.person(), member.number()));
        }
        return new Newcomer(
                new HouseholdId(enrolment.number(piece, place, -1)),
                entered.village(),
                entered.baseType(),
                entered.address(),
                entered.phone(),
                entered.number(),
                members);
    }

    private void check(Newcomer newcomer, String division, Known known) {
        if (!newcomer.village().startsWith(division)) {
            throw new RuleBroken("enrolment.village-outside", "the village is not where the sender works");
        }
        if (newcomer.nationalNumber() != null && known.numbers().test(newcomer.nationalNumber())) {
            throw new RuleBroken("enrolment.number-registered", "another household has this national number");
        }
        for (var joining : newcomer.members()) {
            if (joining.person().document() instanceof IdNumber id
                    && known.persons().has(keys.of(id).low())) {
                throw new RuleBroken("enrolment.person-registered", "a member is on the register already");
            }
        }
    }
}
