package io.github.ipsecmaven.diff;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What differs between two states of the {@code contents} of an Ignition file: a data URL, maybe compressed. */
final class Payload {

    /** Nothing larger fits into an object; a hostile archive stops here. */
    private static final int MOST_BYTES = 1 << 24;

    private Payload() {}

    static List<Change> between(String field, Map<?, ?> before, Map<?, ?> after) {
        Optional<byte[]> old = bytes(before);
        Optional<byte[]> now = bytes(after);
        if (old.isEmpty() || now.isEmpty()) {
            return List.of(Change.of(field, describe(before), describe(after)));
        }
        if (Arrays.equals(old.get(), now.get())) {
            return List.of(Change.of(field, ContentDiff.describe(old.get()), "the same content in another encoding"));
        }
        return ContentDiff.between(field, old.get(), now.get());
    }

    /** What is in it; null where there is nothing at all. */
    static String describe(Map<?, ?> contents) {
        if (contents.isEmpty()) {
            return null;
        }
        return bytes(contents).map(ContentDiff::describe)
                .orElse(Shown.isSealed(contents.get("source")) ? Shown.SEALED : "a source that cannot be decoded");
    }

    private static Optional<byte[]> bytes(Map<?, ?> contents) {
        if (!(contents.get("source") instanceof String source)) {
            return Optional.empty();
        }
        Optional<byte[]> data = DataUrl.decode(source);
        if (data.isEmpty() || !Objects.equals(contents.get("compression"), "gzip")) {
            return data;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(data.get()))) {
            return Optional.of(in.readNBytes(MOST_BYTES));
        } catch (IOException notGzip) {
            return Optional.empty();
        }
    }
}
