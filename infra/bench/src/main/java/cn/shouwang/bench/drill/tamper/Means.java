package cn.shouwang.bench.drill.tamper;

/// What an attacker can write to.
enum Means {
    /// The log, or the tiles, or the checkpoints, whatever the deed is about.
    ONE_THING,
    /// The log, and the tiles are made to match.
    TILES_TOO,
    /// Everything, and signs with a key of his own.
    FOREIGN_KEY,
    /// Everything, the log's own key too.
    STOLEN_KEY
}
