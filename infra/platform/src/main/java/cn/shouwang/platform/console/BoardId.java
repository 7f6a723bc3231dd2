package cn.shouwang.platform.console;

/// Key of a stream of acts; there are two in every service.
record BoardId(String value) {

    static final BoardId READERS = new BoardId("console-readers");
    static final BoardId VIEWS = new BoardId("console-views");

    @Override
    public String toString() {
        return value;
    }
}
