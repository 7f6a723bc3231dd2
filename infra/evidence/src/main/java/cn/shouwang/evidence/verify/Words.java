package cn.shouwang.evidence.verify;

import java.util.stream.Collectors;

/// Findings in words that can be quoted.
final class Words {

    private Words() {}

    static Said of(Finding finding) {
        var where = where(finding);
        var certain = certain(finding);
        var zh = where.zh() + "：" + finding.kind().said().zh() + "。" + certain.zh();
        var en = where.en() + ": " + finding.kind().said().en() + ". " + certain.en();
        var notesZh = finding.notes().stream().map(Said::zh).collect(Collectors.joining("；"));
        var notesEn = finding.notes().stream().map(Said::en).collect(Collectors.joining("; "));
        return notesZh.isEmpty()
                ? new Said(zh, en.strip())
                : new Said(zh + notesZh + "。", en.strip() + " (" + notesEn + ")");
    }

    private static Said where(Finding finding) {
        var place = place(finding);
        if (finding.what() == null) {
            return place;
        }
        return finding.from() == finding.to()
                ? Said.of("%s", "%s", finding.what())
                : Said.of("%1$s（%2$s）", "%1$s (%3$s)", finding.what(), place.zh(), place.en());
    }

    private static Said place(Finding finding) {
        var last = Math.max(finding.from(), finding.to() - 1);
        if (!finding.exact()) {
            return Said.of("位置 %d 至 %d 之间", "somewhere in positions %d to %d", finding.from(), last);
        }
        return last == finding.from()
                ? Said.of("位置 %d", "position %d", last)
                : Said.of("位置 %d 至 %d", "positions %d to %d", finding.from(), last);
    }

    private static Said certain(Finding finding) {
        var agrees = finding.agrees() == null
                ? new Said("此前没有相符的检查点；", "No checkpoint before it agrees; ")
                : Said.of("最后一个相符的检查点 %s；", "The last checkpoint that agrees is %s; ", finding.agrees());
        var mark = finding.contradicts();
        var proof = mark == null
                ? new Said("尚无检查点可以佐证。", "no checkpoint proves it yet.")
                : Said.of(
                        mark.held() ? "由所持检查点 %s 起可以确定。" : "由检查点 %s 起可以确定。",
                        mark.held()
                                ? "it is certain since the checkpoint %s that is held."
                                : "it is certain since checkpoint %s.",
                        mark);
        return new Said(agrees.zh() + proof.zh(), agrees.en() + proof.en());
    }
}
