package cn.shouwang.local.run;

/// What a process of the suite is doing, with the word shown for it.
public enum ProcessState {
    TRAINING("记录启动缓存 recording start cache"),
    UNTRAINED("没有启动缓存 no start cache"),
    STARTING("启动中 starting"),
    UP("就绪 up"),
    CRASHED("意外退出 crashed"),
    STOPPED("已停止 stopped");

    private final String word;

    ProcessState(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
