package io.github.ipsecmaven.explain;

import java.util.Collection;
import java.util.List;

/** There is nothing of this name to explain. The message says what comes near. */
public final class UnknownTopicException extends Exception {

    /** What was typed, of what kind it seems to be, and what is known of that kind. */
    public UnknownTopicException(String typed, String kind, Collection<String> known) {
        super("there is no " + kind + " '" + typed + "'" + hint(Topics.near(typed, known)));
    }

    private static String hint(List<String> near) {
        return near.isEmpty()
                ? "; a rule is written IPSEC-N003, a key remotes.subnet, a node and a remote worker-0/nas"
                : "; did you mean " + String.join(", ", near) + "?";
    }
}
