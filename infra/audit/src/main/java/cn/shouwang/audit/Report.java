package cn.shouwang.audit;

import cn.shouwang.evidence.verify.Finding;
import cn.shouwang.evidence.verify.Mark;
import cn.shouwang.evidence.verify.Said;
import cn.shouwang.evidence.verify.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A verdict as it is printed, for people and for programs.
record Report(String service, Verdict verdict, double seconds) {

    private static final int MOST = 20;

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(service + "  " + verdict.origin());
        lines.add("  " + outcome());
        lines.add(String.format(
                Locale.ROOT,
                "  %d 个事件 events，%d 个检查点 checkpoints，%.1f s",
                verdict.head(),
                verdict.checkpoints(),
                seconds));
        var certain = verdict.certain();
        if (certain != null) {
            lines.add("  最后一个相符的检查点 last checkpoint that agrees: " + certain.size() + " "
                    + certain.root().toBase64());
        }
        verdict.cosigned()
                .forEach(one -> lines.add("  联署 cosigned: %s, %d, %s".formatted(one.name(), one.size(), one.at())));
        for (var finding : verdict.findings().stream().limit(MOST).toList()) {
            lines.add("  ✗ " + finding.said().zh());
            lines.add("    " + finding.said().en());
        }
        if (verdict.findings().size() > MOST) {
            lines.add("  … 共 in all %d".formatted(verdict.findings().size()));
        }
        verdict.notes().forEach(note -> lines.add("  · " + note));
        return lines;
    }

    private String outcome() {
        return switch (verdict.outcome()) {
            case GOOD -> "完好 good";
            case DAMAGED -> "受损 DAMAGED";
            case UNJUDGED -> "无法判定 cannot be judged";
        };
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("service", service);
        json.put("origin", verdict.origin());
        json.put("outcome", verdict.outcome().name());
        json.put("head", verdict.head());
        json.put("tail", verdict.tail());
        json.put("checkpoints", verdict.checkpoints());
        json.put("certain", mark(verdict.certain()));
        json.put(
                "cosigned",
                verdict.cosigned().stream()
                        .map(one -> Map.of(
                                "name",
                                one.name(),
                                "size",
                                one.size(),
                                "at",
                                one.at().toString()))
                        .toList());
        json.put("findings", verdict.findings().stream().map(Report::json).toList());
        json.put("notes", verdict.notes().stream().map(Report::json).toList());
        return json;
    }

    private static Map<String, Object> json(Finding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", finding.kind().name());
        json.put("from", finding.from());
        json.put("to", finding.to());
        json.put("exact", finding.exact());
        json.put("what", finding.what());
        json.put("agrees", mark(finding.agrees()));
        json.put("contradicts", mark(finding.contradicts()));
        json.putAll(json(finding.said()));
        return json;
    }

    private static Map<String, Object> json(Said said) {
        var json = new LinkedHashMap<String, Object>();
        json.put("zh", said.zh());
        json.put("en", said.en());
        return json;
    }

    private static @Nullable Map<String, Object> mark(@Nullable Mark mark) {
        if (mark == null) {
            return null;
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("size", mark.size());
        json.put("root", mark.root().toBase64());
        json.put("held", mark.held());
        return json;
    }
}
