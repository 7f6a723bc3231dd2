package cn.shouwang.monitoring.duplicate.likeness;

import cn.shouwang.monitoring.duplicate.Traits;
import cn.shouwang.monitoring.person.ForgottenDocument;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.person.OtherDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.TemporaryRef;
import cn.shouwang.platform.sealing.BlindIndex;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The keyed hashes by which entries are compared.
///
/// Two per person: of the document, and of name, birth and village together. Numbers one slip away are
/// not stored but asked for, all of them at once: a stored hash per wildcard would be seventeen times
/// as many rows, and would show whoever holds the database, without any key, who has nearly the same
/// number as whom: twins, and families registered on one day.
@Component
class Hashes {

    private static final String DOCUMENT = "document";
    private static final String NAME_BIRTH_VILLAGE = "name-birth-village";

    /// Loaded when first needed: the tables take a moment.
    private static final class Simplified {
        private static final Transliterator SCRIPT = Transliterator.getInstance("Traditional-Simplified");
    }

    private final BlindIndex index;

    Hashes(BlindIndex index) {
        this.index = index;
    }

    /// Empty without a document, and for a temporary reference, which says nothing about who it is.
    Optional<String> document(Traits traits) {
        return switch (traits.document()) {
            case IdNumber id -> Optional.of(document(id));
            case OtherDocument other -> Optional.of(index.of(DOCUMENT, other.value()));
            case TemporaryRef _, ForgottenDocument _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /// Of the resident ids one slip away; none for any other document.
    Set<String> slips(Traits traits) {
        return traits.document() instanceof IdNumber id
                ? id.slips().stream().map(this::document).collect(Collectors.toSet())
                : Set.of();
    }

    /// Empty unless both name and birth are known.
    Optional<String> nameBirthVillage(Traits traits) {
        var name = traits.name();
        if (name == null || traits.born() == null || plain(name).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(index.of(
                NAME_BIRTH_VILLAGE,
                plain(name) + "|" + traits.born() + "|" + traits.side().village()));
    }

    /// One way to write a name: without blanks, points and hyphens, in letters of ordinary width, small,
    /// and in simplified characters.
    static String plain(PersonName name) {
        var letters = Normalizer.normalize(name.value(), Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{M}]", "")
                .toLowerCase(Locale.ROOT);
        return Simplified.SCRIPT.transliterate(letters);
    }

    private String document(IdNumber id) {
        return index.of(DOCUMENT, id.value());
    }
}
