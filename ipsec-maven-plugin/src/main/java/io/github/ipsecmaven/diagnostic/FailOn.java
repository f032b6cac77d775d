package io.github.ipsecmaven.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** The findings at which a run fails. Those that somebody accepted never count. */
public enum FailOn {
    ERROR,
    /** Warnings too. */
    WARNING,
    /** None: the run only reports. */
    NEVER;

    /** As users write it, {@code error}, {@code warning} or {@code never}; empty for anything else. */
    public static Optional<FailOn> find(String text) {
        for (FailOn value : values()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Whether a finding of this weight is one. */
    public boolean includes(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity == Severity.ERROR || severity == Severity.WARNING;
            case NEVER -> false;
        };
    }

    /** Whether a run with these findings fails. */
    public boolean isMetBy(Diagnostics diagnostics) {
        for (Severity severity : Severity.values()) {
            if (includes(severity) && diagnostics.count(severity) > 0) {
                return true;
            }
        }
        return false;
    }
}
