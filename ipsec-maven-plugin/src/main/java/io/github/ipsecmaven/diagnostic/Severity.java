package io.github.ipsecmaven.diagnostic;

import java.util.Locale;

/** How much a finding weighs. The order is the order of weight: an error stops the build, a note never does. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word that users read and that reports write: {@code error}, {@code warning} or {@code note}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The label with its number, in the right form: {@code 1 error}, {@code 2 errors}. */
    public String count(long number) {
        return number + " " + label() + (number == 1 ? "" : "s");
    }
}
