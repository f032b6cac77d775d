package io.github.ipsecmaven.previous;

import java.io.IOException;

/** Git cannot answer. The message is one line and says what to do. */
public final class GitException extends IOException {

    GitException(String message) {
        super(message);
    }
}
