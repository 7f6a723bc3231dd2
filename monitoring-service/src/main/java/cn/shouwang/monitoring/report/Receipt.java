package cn.shouwang.monitoring.report;

import cn.shouwang.platform.store.Accepted;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What is answered to a report: `trackingNumber` for the household, in four groups, told this once;
/// `id` by which the offices know the report.
record Receipt(String id, String trackingNumber, long position) {

    static ResponseEntity<Receipt> of(Accepted accepted, TrackingNumber number) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .header("Log-Position", Long.toString(accepted.position()))
                .body(new Receipt(accepted.id(), number.grouped(), accepted.position()));
    }
}
