package cn.shouwang.platform.evidence;

import static org.springframework.http.MediaType.APPLICATION_OCTET_STREAM_VALUE;

import cn.shouwang.platform.evidence.Evidence.Entry;
import cn.shouwang.platform.evidence.KnownKeys.Known;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What auditors, and machines for them, ask of a log's evidence. `checkpoint` and `tile/` are laid out as
/// c2sp.org/tlog-tiles has it. None of it becomes an event: a log that recorded its own sealing would never
/// be sealed to its end.
@RestController
@RequestMapping("/evidence")
class EvidenceController {

    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String TILE = "/evidence/tile/";

    /// The note of a checkpoint with the signature of a witness.
    record CosignRequest(@NotBlank @Size(max = 20_000) String note) {}

    private final Evidence evidence;

    EvidenceController(Evidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping
    Standing standing() {
        return evidence.standing();
    }

    @GetMapping("/keys")
    List<Known> keys() {
        return evidence.keys();
    }

    @GetMapping(path = "/checkpoint", produces = TEXT)
    String newest() {
        return evidence.newest().toString();
    }

    @GetMapping("/checkpoints")
    Page<Entry> checkpoints(@Valid @ModelAttribute PageQuery page) {
        return evidence.page(page);
    }

    @PostMapping("/checkpoints")
    Entry seal() {
        return evidence.seal();
    }

    @GetMapping(path = "/checkpoints/{size}", produces = TEXT)
    String checkpoint(@PathVariable long size) {
        return evidence.note(size).toString();
    }

    @GetMapping(path = "/checkpoints/{size}/qr", produces = "image/svg+xml")
    String code(@PathVariable long size) {
        return QrCode.svg(evidence.note(size).toString());
    }

    @GetMapping(path = "/tile/**", produces = APPLICATION_OCTET_STREAM_VALUE)
    byte[] tile(HttpServletRequest request) {
        var path = request.getRequestURI();
        return evidence.tile(path.substring(path.indexOf(TILE) + TILE.length()));
    }

    @GetMapping(path = "/proofs/{position}", produces = TEXT)
    String proof(@PathVariable long position) {
        return evidence.proof(position);
    }

    @GetMapping(path = "/growth", produces = TEXT)
    String growth(@RequestParam(defaultValue = "0") long from) {
        return evidence.growth(from);
    }

    @PostMapping("/cosignatures")
    Entry cosign(@Valid @RequestBody CosignRequest request) {
        return evidence.cosign(request.note());
    }
}
