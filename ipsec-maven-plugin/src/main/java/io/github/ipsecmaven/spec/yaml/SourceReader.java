package io.github.ipsecmaven.spec.yaml;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** File to {@link SourceText}: strict UTF-8 within a bound on the size. */
public final class SourceReader {

    /** A spec of a thousand nodes with ten remotes has some 200 kB. */
    static final int MOST_BYTES = 4 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SourceReader() {}

    /**
     * Reads a file.
     *
     * @param name what users call the file
     * @return its text, or empty where it is too large or no UTF-8; the finding is then in {@code diagnostics}
     * @throws IOException where the file cannot be opened or read
     */
    public static Optional<SourceText> read(Path file, String name, Diagnostics diagnostics) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            diagnostics.add(YamlFinding.TOO_LARGE.at(
                    new SourceText(file, name, "").start(), Files.size(file), MOST_BYTES));
            return Optional.empty();
        }
        return decode(file, name, bytes, diagnostics);
    }

    private static Optional<SourceText> decode(Path file, String name, byte[] bytes, Diagnostics diagnostics) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            diagnostics.add(YamlFinding.NOT_UTF8.at(endOf(new SourceText(file, name, decoded + '\uFFFD'))));
            return Optional.empty();
        }
        String content = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded;
        return Optional.of(new SourceText(file, name, content));
    }

    private static Position endOf(SourceText source) {
        int length = source.text().codePointCount(0, source.text().length());
        return new TextPositions(source).at(length - 1, length);
    }
}
