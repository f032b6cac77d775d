package io.github.ipsecmaven.limits;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** How many bytes an object takes as the JSON that the API server and the operators keep. */
final class JsonSize {

    private static final int UNICODE_ESCAPE = 6;

    private JsonSize() {}

    /** Bytes of compact JSON, as Go writes it: {@code <}, {@code >} and {@code &} are escaped too. */
    static long of(Object value) {
        if (value instanceof Map<?, ?> map) {
            long size = 2 + Math.max(0, map.size() - 1);
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                size += of(entry.getKey()) + 1 + of(entry.getValue());
            }
            return size;
        }
        if (value instanceof List<?> list) {
            long size = 2 + Math.max(0, list.size() - 1);
            for (Object item : list) {
                size += of(item);
            }
            return size;
        }
        return value instanceof String text ? ofText(text) : String.valueOf(value).length();
    }

    private static long ofText(String text) {
        long size = 2 + text.getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t') {
                size += 1;
            } else if (c < ' ' || c == '<' || c == '>' || c == '&') {
                size += UNICODE_ESCAPE - 1;
            }
        }
        return size;
    }
}
