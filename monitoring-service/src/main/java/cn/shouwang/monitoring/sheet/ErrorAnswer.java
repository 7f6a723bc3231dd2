package cn.shouwang.monitoring.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The refused rows of a table as a download: number, column, reason, and of the id a part.
public final class ErrorAnswer {

    private ErrorAnswer() {}

    /// `packed` is what [ErrorFile] wrote; it is unpacked on the way.
    public static ResponseEntity<InputStreamResource> of(byte[] packed) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(new GZIPInputStream(new ByteArrayInputStream(packed))));
    }
}
