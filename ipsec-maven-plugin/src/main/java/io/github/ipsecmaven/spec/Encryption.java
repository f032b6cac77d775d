package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the keys in the output are encrypted: {@code encryption} in the spec.
 *
 * @param at where the recipients' key stands
 * @param recipients who can decrypt, as written; whether each is one is for the rules to say
 */
public record Encryption(Position at, List<Recipient> recipients) {

    /**
     * Who can decrypt.
     *
     * @param text a public age key
     */
    public record Recipient(Position at, String text) {}

    public Encryption {
        recipients = List.copyOf(recipients);
    }

    static Optional<Encryption> of(Section document) {
        Section sops = document.section("encryption").section("sops");
        if (!(sops.tree().get("age") instanceof Tree.Sequence age)) {
            return Optional.empty();
        }
        List<Recipient> recipients = new ArrayList<>();
        for (Tree item : age.items()) {
            recipients.add(new Recipient(item.at(), ((Tree.Scalar) item).text()));
        }
        return Optional.of(new Encryption(sops.keyAt("age"), recipients));
    }
}
