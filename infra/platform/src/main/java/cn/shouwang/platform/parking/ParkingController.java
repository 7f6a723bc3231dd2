package cn.shouwang.platform.parking;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Gate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is parked, and a person's two ways out. For those who reach the whole area.
@RestController
@RequestMapping("/parked")
class ParkingController {

    record DiscardRequest(
            @NotBlank @Size(max = 200) String message,
            @NotBlank @Size(max = 500) String reason) {}

    private final Parking parking;
    private final List<Redelivery> readers;
    private final Causes causes;
    private final Gate gate;

    ParkingController(Parking parking, List<Redelivery> readers, MessageSource messages, Gate gate) {
        this.parking = parking;
        this.readers = List.copyOf(readers);
        this.causes = new Causes(messages);
        this.gate = gate;
    }

    @GetMapping
    Page<Parked> parked(
            @Valid @ModelAttribute ParkedQuestion question, @Valid @ModelAttribute PageQuery page, Locale locale) {
        officer();
        var found = parking.page(question, page);
        var told = found.items().stream()
                .map(parked -> parked.because(causes.of(parked, locale)))
                .toList();
        return new Page<>(told, found.total(), found.page(), found.size());
    }

    /// Handles the messages of many subjects again, each until one of its own fails.
    @PostMapping("/retry")
    Retried retryAll(@Valid @RequestBody ParkedQuestion question) {
        return parking.retryAll(question, name -> redelivery(name).map(reader -> reader::again), officer());
    }

    /// Handles the subject's messages again, in order, until one fails.
    @PostMapping("/{reader}/{subject}/retry")
    Outcome retry(@PathVariable String reader, @PathVariable String subject) {
        var officer = officer();
        if (!parking.holds(reader, subject)) {
            throw new RuleBroken("parking.not-parked", "nothing is parked under that subject");
        }
        return parking.retry(reader, subject, reader(reader)::again, officer);
    }

    /// Gives one message up, then handles those behind it.
    @PostMapping("/{reader}/{subject}/discard")
    Outcome discard(
            @PathVariable String reader, @PathVariable String subject, @Valid @RequestBody DiscardRequest request) {
        var officer = officer();
        var again = reader(reader);
        parking.discard(reader, subject, request.message(), request.reason(), officer);
        return parking.retry(reader, subject, again::again, officer);
    }

    private Actor officer() {
        var actor = gate.actor();
        actor.mustReach(parking.area());
        return actor;
    }

    private Redelivery reader(String name) {
        return redelivery(name)
                .orElseThrow(() -> new RuleBroken("parking.no-such-reader", "no reader of this service has that name"));
    }

    private Optional<Redelivery> redelivery(String name) {
        return readers.stream().filter(reader -> reader.serves(name)).findFirst();
    }
}
