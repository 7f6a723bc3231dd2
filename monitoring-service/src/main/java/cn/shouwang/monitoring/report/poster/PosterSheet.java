package cn.shouwang.monitoring.report.poster;

import cn.shouwang.monitoring.division.Division;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.identification.Limits;
import cn.shouwang.monitoring.paper.Paper;
import cn.shouwang.monitoring.paper.Paper.Imprint;
import cn.shouwang.monitoring.report.poster.PosterTerms.Edition;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// One page per village, in the order given, by the edition in force today.
@Component
class PosterSheet {

    private static final float CODE_SIDE = 285; // points: ten centimetres, read from two arms' length

    private final PosterTerms terms;
    private final Limits limits;
    private final PublicAddress address;
    private final Divisions divisions;
    private final Clock clock;
    private final int acceptDays;

    PosterSheet(
            PosterTerms terms,
            Limits limits,
            PublicAddress address,
            Divisions divisions,
            Clock clock,
            @Value("${shouwang.report.accept-days}") int acceptDays) {
        this.terms = terms;
        this.limits = limits;
        this.address = address;
        this.divisions = divisions;
        this.clock = clock;
        this.acceptDays = acceptDays;
    }

    /// As PDF. Refuses with `poster.no-public-address`.
    byte[] of(List<Division> villages) {
        var printedAt = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        var edition = terms.on(printedAt.toLocalDate());
        var paper = new Paper(new Imprint("自主申报海报", null, printedAt));
        if (villages.isEmpty()) {
            paper.title("所辖区划内没有行政村", 20);
        }
        for (var village : villages) {
            if (!village.equals(villages.getFirst())) {
                paper.page();
            }
            poster(paper, village, edition, printedAt.toLocalDate());
        }
        return paper.finish();
    }

    private void poster(Paper paper, Division village, Edition edition, LocalDate today) {
        paper.title("家有困难　扫码申报", 30);
        paper.title(divisions.name(Divisions.townOf(village.code())) + "　" + village.name(), 20);
        paper.squares(ReportCode.of(address.reportPage(village.code())), CODE_SIDE);
        paper.title("电话申报 " + edition.telephone() + "　　窗口申报 本村（居）委会经办窗口", 15);
        edition.chinese().forEach(sentence -> paper.text(filled(sentence, edition, today), 12));
        edition.english().forEach(sentence -> paper.text(filled(sentence, edition, today), 10));
        paper.text("版本 %s　打印 %s　区划 %s　张贴处（村民小组）＿＿＿＿＿＿".formatted(edition.from(), today, village.code()), 9);
    }

    private String filled(String sentence, Edition edition, LocalDate today) {
        return sentence.replace("{telephone}", edition.telephone())
                .replace("{accept-days}", String.valueOf(acceptDays))
                .replace("{total-days}", String.valueOf(limits.on(today).totalDays()));
    }
}
