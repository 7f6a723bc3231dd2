package cn.shouwang.monitoring.photo;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What the sender of a photo is told: `photo` is the id under which the offices see it.
public record PhotoAnswer(String id, String photo, long position) {

    /// 201 for a new photo, 200 for one that was there.
    public ResponseEntity<PhotoAnswer> with(HttpStatus status) {
        return ResponseEntity.status(status)
                .header("Log-Position", Long.toString(position))
                .body(this);
    }
}
