package io.github.ipsecmaven.policy;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.openshift.LibreswanOption;
import io.github.ipsecmaven.openshift.LibreswanOptions;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A libreswan option of a live connection.
 *
 * @param value String, Boolean or Long
 */
public record WrittenOption(Connection connection, String name, Object value) {

    /** The options of every tunnel. */
    public static List<WrittenOption> all(ClusterSpec spec) {
        List<WrittenOption> options = new ArrayList<>();
        for (Connection connection : spec.tunnels()) {
            for (Map.Entry<String, Object> option : connection.tunnel().orElseThrow().options().entrySet()) {
                options.add(new WrittenOption(connection, option.getKey(), option.getValue()));
            }
        }
        return options;
    }

    /**
     * The option of the given name of every tunnel that has it; without values that are empty, have a placeholder or
     * have characters that cannot be written, of which other rules speak.
     */
    public static List<WrittenOption> named(ClusterSpec spec, String name) {
        List<WrittenOption> named = new ArrayList<>();
        for (Connection connection : spec.tunnels()) {
            Object value = connection.tunnel().orElseThrow().options().get(name);
            if (value != null) {
                WrittenOption option = new WrittenOption(connection, name, value);
                if (option.isReadable()) {
                    named.add(option);
                }
            }
        }
        return named;
    }

    private boolean isReadable() {
        return !text().isEmpty() && !Placeholder.isIn(text()) && firstRefused() < 0;
    }

    public String text() {
        return value.toString();
    }

    public LibreswanOption option() {
        return LibreswanOptions.find(name).orElseThrow();
    }

    /**
     * Where the first character stands that NetworkManager-libreswan refuses in the value, in UTF-16 units; -1 where
     * none does. Blanks in proposals are left to those who read them.
     */
    public int firstRefused() {
        String text = text();
        boolean blanks = option().whitespaceAllowed() || option().type() == LibreswanOption.Type.PROPOSALS;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == ' ' && !blanks) {
                return i;
            }
        }
        return -1;
    }

    /** Where the value was written. */
    public Position at() {
        return connection.options().at(name);
    }

    /** Where the option's name was written. */
    public Position keyAt() {
        return connection.options().keyAt(name);
    }

    /** Where a part of the value was written: offset and length in UTF-16 units. */
    public Position within(int offset, int length) {
        return connection.options().within(name, offset, length);
    }
}
