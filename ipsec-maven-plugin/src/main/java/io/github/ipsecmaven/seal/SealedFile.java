package io.github.ipsecmaven.seal;

import io.github.ipsecmaven.yaml.ObjectYaml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An encrypted file of a tree, as far as it can be seen without a private key, and with one. */
public final class SealedFile {

    private final Map<String, Object> document;

    private SealedFile(Map<String, Object> document) {
        this.document = document;
    }

    /** The file, or empty where it is no SOPS document. */
    public static Optional<SealedFile> of(byte[] bytes) {
        Optional<Map<?, ?>> loaded = ObjectYaml.read(new String(bytes, StandardCharsets.UTF_8));
        if (loaded.isEmpty() || !loaded.get().keySet().stream().allMatch(String.class::isInstance)) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> document = (Map<String, Object>) loaded.get();
        return SopsDocument.isOne(document) ? Optional.of(new SealedFile(document)) : Optional.empty();
    }

    /** The public age keys that it is encrypted for, in its order. */
    public List<String> recipients() {
        return SopsDocument.recipients(document);
    }

    /**
     * The object in clear. It holds private keys: it is compared and forgotten.
     *
     * @throws UnreadableException where no private key at hand opens it, or where it was changed after it was encrypted
     */
    public Map<String, Object> open(AgeIdentities identities) throws UnreadableException {
        return SopsDocument.decrypt(document, identities.keys());
    }
}
