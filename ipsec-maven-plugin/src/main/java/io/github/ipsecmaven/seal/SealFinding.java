package io.github.ipsecmaven.seal;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;

/** Every message about encrypted files of the last tree. */
public enum SealFinding {
    CHANGED_BY_HAND("IPSEC-S011", Severity.WARNING, "the encrypted file '%s' was changed after it was written",
            "what it holds now can be proved only with a reader's private key, which `generate` never asks for; so it is "
                    + "encrypted anew, and what `sops rotate` or `sops updatekeys` did to it is undone",
            "to change readers, change `encryption.sops.age`; for a new data key, generate with -Dipsec.reseal=true"),
    NOT_OPENED("IPSEC-S013", Severity.NOTE, "the encrypted files of '%s' were not opened: no private age key is at hand",
            "that they were made of these bundles and not changed since is proved without one; that their readers can open "
                    + "them is not",
            "to have that checked, too, set SOPS_AGE_KEY or SOPS_AGE_KEY_FILE to a reader's key"),
    DOES_NOT_OPEN("IPSEC-S014", Severity.ERROR, "the encrypted file '%s' does not give its reader the bundles: %s",
            "the engine would apply something else, or nothing",
            "run mvn ipsec:generate; where the private key is no reader's, name its public key in `encryption.sops.age`");

    private final String id;
    private final Severity severity;
    private final String message;
    private final String why;
    private final String mend;

    SealFinding(String id, Severity severity, String message, String why, String mend) {
        this.id = id;
        this.severity = severity;
        this.message = message;
        this.why = why;
        this.mend = mend;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return FindingInfo.fixed(id, message, severity, why, mend);
    }

    /** A finding, at the place of the spec that has the file encrypted. */
    public Diagnostic at(Position position, Object... arguments) {
        return new Diagnostic(id, severity, position, String.format(message, arguments), why, mend);
    }
}
