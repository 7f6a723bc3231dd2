package cn.shouwang.monitoring.clue;

/// Whether a clue still waits for its outcome. Part of the answers of this service.
public enum ClueState {
    OPEN,
    CLOSED
}
