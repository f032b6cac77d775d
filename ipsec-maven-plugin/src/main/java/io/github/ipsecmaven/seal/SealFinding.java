package io.github.ipsecmaven.seal;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;

/** Every message about encrypted files of the last tree. */
public enum SealFinding {
    CHANGED_BY_HAND("IPSEC-S011", "the encrypted file '%s' was changed after it was written",
            "what it holds now can be proved only with a reader's private key, which `generate` never asks for; so it is "
                    + "encrypted anew, and what `sops rotate` or `sops updatekeys` did to it is undone",
            "to change readers, change `encryption.sops.age`; for a new data key, generate with -Dipsec.reseal=true");

    private final String id;
    private final String message;
    private final String why;
    private final String mend;

    SealFinding(String id, String message, String why, String mend) {
        this.id = id;
        this.message = message;
        this.why = why;
        this.mend = mend;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return FindingInfo.fixed(id, message, Severity.WARNING, why, mend);
    }

    /** A finding, at the place of the spec that has the file encrypted. */
    public Diagnostic at(Position position, Object... arguments) {
        return new Diagnostic(id, Severity.WARNING, position, String.format(message, arguments), why, mend);
    }
}
