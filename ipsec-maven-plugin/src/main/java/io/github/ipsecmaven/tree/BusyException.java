package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Path;

/** Another run, of this JVM or of another, is writing the folder. */
public final class BusyException extends IOException {

    BusyException(Path root) {
        super(root + " is being written by another run");
    }
}
