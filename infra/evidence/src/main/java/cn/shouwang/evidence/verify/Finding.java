package cn.shouwang.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong, and where: at positions `from` to before `to`, which is where it is when `exact`,
/// and between which it is when not. `what` names a checkpoint (`checkpoint/1200`) or a tile (`tile/0/3`) when
/// one of these is wrong.
///
/// `agrees` is the last checkpoint before it with which the log agrees, `contradicts` the first which proves
/// that something is wrong; none where nothing that counts does so.
public record Finding(
        Kind kind,
        long from,
        long to,
        boolean exact,
        @Nullable String what,
        @Nullable Mark agrees,
        @Nullable Mark contradicts,
        List<Said> notes) {

    /// What can be wrong.
    public enum Kind {
        /// An event is not what was sealed.
        CHANGED("事件被改动", "event changed"),
        /// Events that were sealed are not there.
        MISSING("事件缺失", "events missing"),
        /// Events are there that were not sealed.
        INSERTED("事件被插入", "events inserted"),
        /// Events stand at each other's places.
        SWAPPED("事件被调换", "events swapped"),
        /// Something of the kinds above, nobody can say which.
        ALTERED("事件被改、删或插", "events changed, removed or inserted"),
        /// The log ends before what was sealed ends.
        TRUNCATED("日志被截断", "log truncated"),
        /// The log ends before a checkpoint that the caller holds, or its later checkpoints are gone.
        ROLLED_BACK("日志被回退", "log rolled back"),
        /// The log's key signed another history than the one the caller holds.
        FORKED("日志被改写并重新签名", "history rewritten and signed again"),
        /// An event breaks a rule of the log, and was sealed so or is not sealed yet.
        IRREGULAR("记录不合规则", "irregular record"),
        /// What is stored is no event.
        UNREADABLE("无法读取", "unreadable"),
        /// A stored document has a field that no hash covers.
        UNKNOWN_FIELD("有未知字段", "unknown field"),
        /// A program changed the ends of lines; their content can still be checked.
        CONVERTED("文件被文本工具转换", "file converted by a text tool"),
        /// A checkpoint is not signed by a trusted key.
        UNKNOWN_KEY("检查点由未知密钥签名", "checkpoint signed by an unknown key"),
        /// A signature in a trusted name is not good.
        BAD_SIGNATURE("检查点签名无效", "signature of a checkpoint not good"),
        /// It is no checkpoint, or filed under another size than its own.
        BAD_CHECKPOINT("检查点不成立", "not a valid checkpoint"),
        /// A checkpoint of another log.
        OTHER_LOG("检查点属于另一本日志", "checkpoint of another log"),
        /// A signed checkpoint contradicts the log and those signed after it.
        CONTRADICTORY("检查点自相矛盾", "checkpoints contradict each other"),
        /// A tile is not that of the log; the log is as sealed.
        TILE_DIFFERS("哈希瓦片与日志不符", "tile differs from the log"),
        /// A tile is not there.
        TILE_MISSING("哈希瓦片缺失", "tile missing");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Said said() {
            return new Said(zh, en);
        }

        /// Whether the events themselves are concerned, not only what was derived from them.
        public boolean isOfEvents() {
            return compareTo(FORKED) <= 0;
        }
    }

    public Finding {
        notes = List.copyOf(notes);
    }

    /// Of a checkpoint.
    static Finding checkpoint(Kind kind, long size, long from, long to, @Nullable Mark agrees, Said... notes) {
        return new Finding(kind, from, to, from == to, "checkpoint/" + size, agrees, null, List.of(notes));
    }

    /// The same, with something more to say.
    Finding with(Said note) {
        var more = new ArrayList<>(notes);
        more.add(note);
        return new Finding(kind, from, to, exact, what, agrees, contradicts, more);
    }

    /// The finding as it can be quoted.
    public Said said() {
        return Words.of(this);
    }
}
