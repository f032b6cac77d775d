package io.github.ipsecmaven.seal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** An encrypted file of a tree, as far as it can be seen without a private key, and with one. */
public final class SealedFile {

    private final Map<String, Object> document;

    private SealedFile(Map<String, Object> document) {
        this.document = document;
    }

    /** The file, or empty where it is no SOPS document. */
    public static Optional<SealedFile> of(byte[] bytes) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setAllowDuplicateKeys(false);
        try {
            Object loaded = new Yaml(new SafeConstructor(options)).load(new String(bytes, StandardCharsets.UTF_8));
            if (loaded instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
                @SuppressWarnings("unchecked")
                Map<String, Object> document = (Map<String, Object>) map;
                return Optional.of(document).filter(SopsDocument::isOne).map(SealedFile::new);
            }
        } catch (YAMLException notYaml) {
            return Optional.empty();
        }
        return Optional.empty();
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
