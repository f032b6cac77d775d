package io.github.ipsecmaven.testkit;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the specs of tests leave out: that lab keys may be written in clear. Added at the end, so that every line keeps
 * its number.
 */
final class LabWaiver {

    private static final String ITEM = "{rule: IPSEC-S006, reason: lab keys}";

    private static final Pattern FLOW = Pattern.compile("(?m)^waivers: \\[(.*)\\]$");
    private static final Pattern BLOCK = Pattern.compile("(?m)^waivers:\\n((?:[ -].*\\n)+)");

    private LabWaiver() {}

    /** The text with the waiver, where it names a bundle without a password and does not speak of its protection. */
    static byte[] addedTo(byte[] spec) {
        String text = new String(spec, StandardCharsets.UTF_8);
        boolean inClear = text.contains("bundle:") && !text.contains("nodeFile");
        if (!inClear || text.contains("encryption:") || text.contains("IPSEC-S006")) {
            return spec;
        }
        Matcher flow = FLOW.matcher(text);
        Matcher block = BLOCK.matcher(text);
        String added;
        if (flow.find()) {
            added = text.substring(0, flow.end(1)) + ", " + ITEM + text.substring(flow.end(1));
        } else if (block.find()) {
            added = text.substring(0, block.end()) + "- " + ITEM + "\n" + text.substring(block.end());
        } else {
            added = text + (text.endsWith("\n") ? "" : "\n") + "waivers: [" + ITEM + "]\n";
        }
        return added.getBytes(StandardCharsets.UTF_8);
    }
}
