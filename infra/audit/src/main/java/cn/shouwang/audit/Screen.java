package cn.shouwang.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where answers go, and beside them what is said about them: UTF-8 whatever the locale says.
record Screen(PrintStream out, PrintStream aside) {

    static Screen terminal() {
        return new Screen(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    void line(String text) {
        out.print(text + "\n");
        out.flush();
    }

    /// Not part of the answer.
    void note(String text) {
        aside.print(text + "\n");
        aside.flush();
    }
}
