package cn.shouwang.monitoring.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/// By what name the offices know a report, and the key of its stream.
///
/// It follows from the household's [TrackingNumber] and does not lead back to it: an officer who works
/// on a report, or whoever reads the database, cannot act as the household. A UUID; the trial
/// histories of before say 16 characters here, and are still read.
public record ReportId(@JsonValue String value) {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-Z]{16}");

    public ReportId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a report");
        }
    }

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static ReportId of(String text) {
        return new ReportId(text);
    }

    /// The report of that number: a hash of 80 random bits, which nobody can try out.
    public static ReportId of(TrackingNumber number) {
        try {
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(("report:" + number.value()).getBytes(StandardCharsets.UTF_8)));
            return new ReportId(new UUID(hash.getLong(), hash.getLong()).toString());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
