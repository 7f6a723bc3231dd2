package cn.shouwang.platform.parking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import jakarta.validation.constraints.Size;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Which parked messages are asked about: those of one reader, of one kind of trouble, with one code; all
/// of them where nothing is said.
record ParkedQuestion(
        @Nullable @Size(max = 200) String reader,
        Failure.@Nullable Kind kind,
        @Nullable @Size(max = 200) String code) {

    static final ParkedQuestion ALL = new ParkedQuestion(null, null, null);

    Bson filter() {
        return and(Stream.concat(
                        Stream.of(empty()),
                        Stream.of(
                                        equal("reader", reader),
                                        equal("kind", kind == null ? null : kind.name()),
                                        equal("code", code))
                                .flatMap(asked -> asked))
                .toList());
    }

    private static Stream<Bson> equal(String field, @Nullable String value) {
        return value == null ? Stream.empty() : Stream.of(eq(field, value));
    }
}
