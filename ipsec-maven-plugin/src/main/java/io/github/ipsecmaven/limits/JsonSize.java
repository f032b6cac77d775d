package io.github.ipsecmaven.limits;

import java.util.List;
import java.util.Map;

/** How many bytes an object takes as the JSON that the API server and the operators keep. */
final class JsonSize {

    private static final int UNICODE_ESCAPE = 6;
    private static final byte[] ASCII = ascii();

    private JsonSize() {}

    private static byte[] ascii() {
        byte[] sizes = new byte[128];
        for (char c = 0; c < sizes.length; c++) {
            if (c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t') {
                sizes[c] = 2;
            } else {
                sizes[c] = c < ' ' || c == '<' || c == '>' || c == '&' ? UNICODE_ESCAPE : (byte) 1;
            }
        }
        return sizes;
    }

    /** Bytes of compact JSON, as Go writes it: {@code <}, {@code >} and {@code &} are escaped too. */
    static long of(Object value) {
        if (value instanceof String text) {
            return ofText(text);
        }
        if (value instanceof Map<?, ?> map) {
            return ofMap(map);
        }
        return value instanceof List<?> list ? ofList(list) : String.valueOf(value).length();
    }

    private static long ofMap(Map<?, ?> map) {
        long size = 2 + Math.max(0, map.size() - 1);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            size += ofText((String) entry.getKey()) + 1 + of(entry.getValue());
        }
        return size;
    }

    private static long ofList(List<?> list) {
        long size = 2 + Math.max(0, list.size() - 1);
        for (Object item : list) {
            size += of(item);
        }
        return size;
    }

    private static long ofText(String text) {
        long size = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += c < ASCII.length ? ASCII[c] : bytesInUtf8(c);
        }
        return size;
    }

    /** Of a pair of surrogates each is half of four. */
    private static int bytesInUtf8(char c) {
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
