package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A run was killed while it changed the folder, which is now neither the old tree nor the new one. The message is one
 * line.
 */
public final class InterruptedRunException extends IOException {

    private InterruptedRunException(String message) {
        super(message);
    }

    static InterruptedRunException mendable(Path root) {
        return new InterruptedRunException(
                root + " was left half-written by a run that was killed; `generate` mends it");
    }

    /** @param reason what is wrong with the journal; must not contain a line break */
    static InterruptedRunException beyondRepair(Path root, String reason) {
        return new InterruptedRunException(root + " was left half-written by a run that was killed, and "
                + reason + "; nothing was changed: mend that, or restore the folder from version control and delete "
                + Journal.NAME);
    }
}
