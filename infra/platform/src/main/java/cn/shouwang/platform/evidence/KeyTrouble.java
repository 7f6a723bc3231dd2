package cn.shouwang.platform.evidence;

/// There are checkpoints, but not the key that signed them. The file has to be put back; a new key would
/// not be the one that others hold.
final class KeyTrouble extends RuntimeException {

    private final String code;

    private KeyTrouble(String code, String message) {
        super(message);
        this.code = code;
    }

    static KeyTrouble lost() {
        return new KeyTrouble("key-lost", "there are checkpoints but no key file: put it back");
    }

    static KeyTrouble unreadable() {
        return new KeyTrouble("key-unreadable", "the key file cannot be read or holds no key");
    }

    static KeyTrouble foreign() {
        return new KeyTrouble(
                "key-foreign", "the last checkpoint is signed by none of the keys in the file, or under another name");
    }

    String code() {
        return code;
    }
}
