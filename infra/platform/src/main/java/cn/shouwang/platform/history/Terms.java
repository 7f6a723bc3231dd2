package cn.shouwang.platform.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;

/// Words by which a text is found.
///
/// Chinese is cut into single characters and pairs of neighbours, so any part of a text finds it. Other
/// runs of letters and digits are words, without regard to capitals; of one longer than three characters
/// the beginning is kept too, written `abcd*`, so that it is found by any beginning of four or more.
final class Terms {

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final int BEGINNING = 4;
    private static final int MOST = 64;

    private Terms() {}

    /// Adds the words of a text.
    static void add(String text, Set<String> words) {
        var matcher = WORD.matcher(text);
        while (matcher.find() && words.size() < MOST) {
            var word = matcher.group();
            if (isHan(word)) {
                pieces(word, words);
            } else {
                addWord(word.toLowerCase(Locale.ROOT), words);
            }
        }
    }

    private static void addWord(String word, Set<String> words) {
        words.add(word);
        addBeginning(word, words);
    }

    /// Adds of an id its beginning only: whole it is found otherwise.
    static void addBeginning(String id, Set<String> words) {
        if (id.length() >= BEGINNING) {
            words.add(beginning(id.toLowerCase(Locale.ROOT)));
        }
    }

    private static String beginning(String word) {
        return word.substring(0, BEGINNING) + "*";
    }

    private static void pieces(String run, Set<String> words) {
        for (var at = 0; at < run.length(); at++) {
            words.add(run.substring(at, at + 1));
            if (at + 1 < run.length()) {
                words.add(run.substring(at, at + 2));
            }
        }
    }

    /// The events in which every word of `text` is found; of a word, `words` hold pieces and `about` ids.
    static Bson sought(String text) {
        var all = new ArrayList<Bson>();
        for (var term : terms(text)) {
            all.add(isHan(term) ? han(term) : word(term));
        }
        return all.isEmpty() ? eq("words", "") : and(all);
    }

    /// An id is typed with its hyphens and dots, of which it is sought by the whole.
    private static List<String> terms(String text) {
        var terms = new ArrayList<String>();
        for (var part : text.strip().split("\\s+")) {
            var matcher = WORD.matcher(part);
            if (part.chars().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
                while (matcher.find()) {
                    terms.add(matcher.group().toLowerCase(Locale.ROOT));
                }
            } else if (matcher.find()) {
                terms.add(part.toLowerCase(Locale.ROOT));
            }
        }
        return terms;
    }

    private static Bson han(String run) {
        if (run.length() == 1) {
            return eq("words", run);
        }
        var pairs = new LinkedHashSet<Bson>();
        for (var at = 0; at + 1 < run.length(); at++) {
            pairs.add(eq("words", run.substring(at, at + 2)));
        }
        return and(pairs);
    }

    private static Bson word(String term) {
        if (term.length() < BEGINNING) {
            return eq("words", term);
        }
        var begins = Pattern.compile("^" + Pattern.quote(term), Pattern.CASE_INSENSITIVE);
        return and(eq("words", beginning(term)), or(regex("words", begins), regex("about", begins)));
    }

    private static boolean isHan(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
    }
}
