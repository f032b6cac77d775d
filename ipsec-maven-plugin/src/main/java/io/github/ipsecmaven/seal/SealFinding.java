package io.github.ipsecmaven.seal;

import static io.github.ipsecmaven.diagnostic.FindingTemplate.error;
import static io.github.ipsecmaven.diagnostic.FindingTemplate.note;
import static io.github.ipsecmaven.diagnostic.FindingTemplate.warning;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.FindingTemplate;
import io.github.ipsecmaven.diagnostic.Position;

/** Every message about encrypted files of the last tree. */
public enum SealFinding {
    CHANGED_BY_HAND(warning("IPSEC-S011", "the encrypted file '%s' was changed after it was written",
            "what it holds now can be proved only with a reader's private key, which `generate` never asks for; so it is "
                    + "encrypted anew, and what `sops rotate` or `sops updatekeys` did to it is undone",
            "to change readers, change `encryption.sops.age`; for a new data key, generate with -Dipsec.reseal=true")),
    NOT_OPENED(note("IPSEC-S013", "the encrypted files of '%s' were not opened: no private age key is at hand",
            "that they were made of these bundles and not changed since is proved without one; that their readers can open "
                    + "them is not",
            "to have that checked, too, set SOPS_AGE_KEY or SOPS_AGE_KEY_FILE to a reader's key")),
    DOES_NOT_OPEN(error("IPSEC-S014", "the encrypted file '%s' does not give its reader the bundles: %s",
            "the engine would apply something else, or nothing",
            "run mvn ipsec:generate; where the private key is no reader's, name its public key in `encryption.sops.age`"));

    private final FindingTemplate template;

    SealFinding(FindingTemplate template) {
        this.template = template;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return template.info();
    }

    /** A finding, at the place of the spec that has the file encrypted. */
    public Diagnostic at(Position position, Object... arguments) {
        return template.at(position, arguments);
    }
}
